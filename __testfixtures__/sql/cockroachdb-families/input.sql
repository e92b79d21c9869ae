SET CLUSTER SETTING kv.rangefeed.enabled = true;

CREATE TABLE sessions (
  id UUID NOT NULL DEFAULT gen_random_uuid(),
  token STRING NOT NULL,
  data JSONB,
  "family" STRING,
  "createdAt" TIMESTAMPTZ DEFAULT now():::TIMESTAMPTZ,
  CONSTRAINT sessions_pkey PRIMARY KEY (id ASC),
  UNIQUE INDEX sessions_token_key (token ASC),
  INDEX (token ASC) STORING (data),
  INVERTED INDEX sessions_data (data),
  FAMILY "primary" (id, token, "family"),
  FAMILY (data)
) WITH (ttl_expire_after = '3 months');

ALTER TABLE sessions CONFIGURE ZONE USING gc.ttlseconds = 600;
ALTER TABLE sessions SPLIT AT VALUES ('a');
ALTER TABLE sessions ADD COLUMN IF NOT EXISTS "deletedAt" TIMESTAMPTZ;
UPSERT INTO sessions (id, token) VALUES (gen_random_uuid(), 'x');
