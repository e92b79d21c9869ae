USE [shop]
GO
SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Users](
	[Id] [int] IDENTITY(1,1) NOT NULL,
	[Name] [nvarchar](255) NULL,
	[Bio] NVARCHAR(MAX) NULL,
	[CreatedAt] [datetimeoffset](7) NOT NULL CONSTRAINT [DF_Created] DEFAULT (sysdatetimeoffset()),
	[odd]] name] int,
 CONSTRAINT [PK_Users] PRIMARY KEY CLUSTERED ([Id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
IF NOT EXISTS (SELECT * FROM sys.columns WHERE object_id = OBJECT_ID(N'[dbo].[Users]') AND name = 'deletedAt')
BEGIN
	ALTER TABLE [dbo].[Users] ADD [deletedAt] DATETIMEOFFSET NULL
	PRINT 'added; END'
END
GO
IF OBJECT_ID('dbo.Old', 'U') IS NOT NULL DROP TABLE dbo.Old
GO
INSERT INTO [dbo].[Users] ([Name]) VALUES (N'it''s; DROP TABLE x')
ALTER TABLE dbo.Users ADD a int NOT NULL, b nvarchar(20)
ALTER TABLE dbo.Users DROP COLUMN a, b;
ALTER TABLE dbo.Users DROP CONSTRAINT DF_Created, COLUMN CreatedAt
EXEC sp_rename 'dbo.Users.Bio', 'Biography', 'COLUMN'
EXEC sys.sp_rename N'[dbo].[Users]', 'People'
ALTER TABLE [dbo].[People] ALTER COLUMN [Name] nvarchar(100) NOT NULL;
ALTER TABLE dbo.People WITH CHECK ADD CONSTRAINT FK_x FOREIGN KEY (Id) REFERENCES dbo.Other (Id)
GO
CREATE PROCEDURE dbo.Cleanup AS
BEGIN
	DROP TABLE dbo.People;
	SELECT 1
END
GO
DECLARE @name nvarchar(200)
SELECT @name = name FROM sys.default_constraints
EXEC('ALTER TABLE dbo.People DROP CONSTRAINT ' + @name)
SELECT * INTO dbo.Backup FROM dbo.People
SELECT * INTO #scratch FROM dbo.People
