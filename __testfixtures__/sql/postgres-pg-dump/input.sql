--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;

CREATE SCHEMA billing;

CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;

CREATE TYPE public.status AS ENUM (
    'open',
    'closed'
);

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  -- DROP TABLE public.sessions;
  NEW."updatedAt" := now();
  EXECUTE 'DROP TABLE ' || quote_ident('nothing');
  RETURN NEW;
END;
$$;

SET default_tablespace = '';
SET default_table_access_method = heap;

CREATE TABLE billing.invoices (
    id integer NOT NULL,
    "sessionId" uuid,
    amount numeric(10,2) DEFAULT 0.0 NOT NULL,
    status public.status DEFAULT 'open'::public.status NOT NULL
);

CREATE SEQUENCE billing.invoices_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE billing.invoices_id_seq OWNED BY billing.invoices.id;

CREATE TABLE public.sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    title character varying(255) DEFAULT 'it''s; new'::character varying,
    "createdAt" timestamp with time zone DEFAULT now() NOT NULL,
    "updatedAt" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.events (
    id integer NOT NULL,
    at timestamp without time zone NOT NULL
)
PARTITION BY RANGE (at);

CREATE TABLE public.events_2024 (
    id integer NOT NULL,
    at timestamp without time zone NOT NULL
);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

ALTER TABLE ONLY billing.invoices ALTER COLUMN id SET DEFAULT nextval('billing.invoices_id_seq'::regclass);

CREATE VIEW public.open_invoices AS
 SELECT invoices.id
   FROM billing.invoices
  WHERE (invoices.status = 'open'::public.status);

COPY billing.invoices (id, "sessionId", amount, status) FROM stdin;
1	\N	10.00	open
2	\N	0.50	closed
\.

COPY public.sessions (id, title, "createdAt", "updatedAt") FROM stdin;
8f1a9c1e-1111-4222-8333-444455556666	don't; DROP TABLE public.sessions; --	2024-01-01 00:00:00+00	2024-01-01 00:00:00+00
\.

COPY public.events_2024 (id, at) FROM stdin;
\.

SELECT pg_catalog.setval('billing.invoices_id_seq', 2, true);

ALTER TABLE ONLY billing.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

CREATE INDEX sessions_title ON public.sessions USING btree (title);

CREATE TRIGGER touch BEFORE UPDATE ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.touch();

ALTER TABLE ONLY billing.invoices
    ADD CONSTRAINT invoices_session FOREIGN KEY ("sessionId") REFERENCES public.sessions(id) ON DELETE CASCADE;

--
-- PostgreSQL database dump complete
--
