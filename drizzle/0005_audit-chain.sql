INSERT INTO "audit_head" ("seq", "at", "hash") VALUES (0, '-infinity', repeat('0', 64));--> statement-breakpoint
-- Numbers, times and chains each row, whoever inserts it. The lock on the head puts writers in line until they commit, so
-- that numbers have no gaps. The text that is hashed is told in lib/audit-chain.ts, which must make the same.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	head public.audit_head%ROWTYPE;
	canonical text;
BEGIN
	SELECT * INTO STRICT head FROM public.audit_head FOR UPDATE;
	NEW.seq := head.seq + 1;
	NEW.at := greatest(clock_timestamp(), head.at);
	NEW.previous := head.hash;
	SELECT string_agg(coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-'), ',' ORDER BY place)
		INTO canonical
		FROM unnest(ARRAY[
			NEW.previous, NEW.seq::text, to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
			NEW.user_id, NEW.who, NEW.ip, NEW.agent, NEW.action, NEW.subject, NEW.revision::text,
			NEW.before::text, NEW.after::text, NEW.detail::text
		]) WITH ORDINALITY AS parts (value, place);
	NEW.hash := encode(sha256(convert_to(canonical, 'UTF8')), 'hex');
	UPDATE public.audit_head SET seq = NEW.seq, at = NEW.at, hash = NEW.hash;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RAISE EXCEPTION 'the audit trail is append-only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_log_chain BEFORE INSERT ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_chain();--> statement-breakpoint
CREATE TRIGGER audit_log_refuse BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
CREATE TRIGGER audit_log_refuse_truncate BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
-- The head moves only from within the trigger above.
CREATE TRIGGER audit_head_refuse_update BEFORE UPDATE ON "audit_head" FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
CREATE TRIGGER audit_head_refuse BEFORE INSERT OR DELETE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
CREATE TRIGGER audit_head_refuse_truncate BEFORE TRUNCATE ON "audit_head" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();--> statement-breakpoint
-- Also where a session calls itself a replica, which skips ordinary triggers.
ALTER TABLE "audit_log" ENABLE ALWAYS TRIGGER audit_log_chain, ENABLE ALWAYS TRIGGER audit_log_refuse, ENABLE ALWAYS TRIGGER audit_log_refuse_truncate;--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ALWAYS TRIGGER audit_head_refuse_update, ENABLE ALWAYS TRIGGER audit_head_refuse, ENABLE ALWAYS TRIGGER audit_head_refuse_truncate;
