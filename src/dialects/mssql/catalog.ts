/** Queries SQL Server for tables, sizes, rights and locks. */

import type { Catalog } from '../../types'
import { grouped } from '../rows'

export const catalog: Catalog = {
  whereabouts: {
    sql: `SELECT DB_NAME() AS [database], CURRENT_USER AS [user], SCHEMA_NAME() AS path,
      CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(40)) AS server,
      CASE WHEN 'a' = 'A' THEN 1 ELSE 0 END AS folds,
      HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'VIEW DEFINITION') AS sees`,
    read: ([row = {}]) => ({
      database: String(row.database),
      server: `SQL Server ${row.server}`,
      user: String(row.user),
      path: [String(row.path)],
      foldsTables: Number(row.folds) === 1,
      seesAll: Number(row.sees) === 1,
    }),
  },
  relations: (names) => ({
    sql: `SELECT s.name AS [schema], o.name AS name, o.type AS kind, c.name AS [column], t.name AS type,
        CASE WHEN s.name IN (SCHEMA_NAME(), 'dbo') THEN 1 ELSE 0 END AS visible,
        c.is_nullable AS nullable, c.default_object_id AS fallback
      FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
      JOIN sys.columns c ON c.object_id = o.object_id JOIN sys.types t ON t.user_type_id = c.user_type_id
      WHERE o.type IN ('U', 'V') AND o.name IN (:names)
      ORDER BY CASE WHEN s.name = SCHEMA_NAME() THEN 0 ELSE 1 END, o.name, c.column_id`,
    replacements: { names },
    read: (rows) =>
      grouped(
        rows,
        ({ schema, name, kind, visible }) => ({
          schema: String(schema),
          name: String(name),
          kind: String(kind).trim() === 'V' ? 'view' : 'table',
          visible: Number(visible) === 1,
        }),
        ({ column, type, nullable, fallback }) => ({
          name: String(column),
          type: type === 'date' ? 'DATEONLY' : String(type).toUpperCase(),
          allowNull: Number(nullable) === 1,
          hasDefault: Number(fallback) !== 0,
        }),
      ),
  }),
  burden: ({ schema, name }) => ({
    sql: `SELECT HAS_PERMS_BY_NAME(QUOTENAME(:schema) + '.' + QUOTENAME(:name), 'OBJECT', 'ALTER') AS mine,
        SUM(CASE WHEN p.index_id < 2 THEN p.row_count ELSE 0 END) AS n, SUM(p.reserved_page_count) * 8192 AS bytes
      FROM sys.dm_db_partition_stats p WHERE p.object_id = OBJECT_ID(QUOTENAME(:schema) + '.' + QUOTENAME(:name))`,
    replacements: { schema, name },
    read: ([row = {}]) => ({
      mayAlter: Number(row.mine) === 1,
      rows: Number(row.n ?? 0),
      bytes: Number(row.bytes ?? 0),
    }),
  }),
  advisory: {
    take: {
      sql: `DECLARE @free int; EXEC @free = sp_getapplock @Resource = 'deletedat-codemod', @LockMode = 'Exclusive',
        @LockOwner = 'Session', @LockTimeout = 0; SELECT @free AS free`,
      read: ([row = {}]) => Number(row.free) >= 0,
    },
    give: { sql: "EXEC sp_releaseapplock @Resource = 'deletedat-codemod', @LockOwner = 'Session'" },
  },
}
