-- What the service does to revise a plan, by the database alone: the same statements in the same transaction.
\set n random(3001, 6000)
\set revision random(1000, 2000000000)
BEGIN;
SELECT set_config('app.organisation', 'sovatek', true);
INSERT INTO answered_request (caller, key, digest) VALUES ('pgbench', gen_random_uuid()::text, '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff') ON CONFLICT (organisation, caller, key) DO NOTHING RETURNING key AS key \gset
SELECT id, version, sequence, document FROM plan WHERE id = ('00000000-0000-7000-9000-' || lpad(to_hex(:n::int), 12, '0'))::uuid FOR UPDATE;
SELECT id, version, sequence, document FROM client WHERE id = ('00000000-0000-7000-a000-' || lpad(to_hex(:n::int % 40 + 1), 12, '0'))::uuid;
SELECT id, version, sequence, document FROM client WHERE id = ('00000000-0000-7000-a000-' || lpad(to_hex(:n::int % 40 + 1), 12, '0'))::uuid;
UPDATE plan SET sequence = sequence + 1, document = document || '{"revision": 0}' WHERE id = ('00000000-0000-7000-9000-' || lpad(to_hex(:n::int), 12, '0'))::uuid AND version = 1;
INSERT INTO outbox (id, topic, for_organisation, type, subject, sequence, recorded_at, traceparent, data) VALUES (gen_random_uuid(), 'plan', true, 'fi.rinnalla.plan.revised', gen_random_uuid(), 1, now(), NULL, '{"unit":"benchmark","revision":1,"goalsByClient":1,"goalsByWorker":0,"goalsTogether":1,"goalsInTwoVoices":2,"differingGoals":0,"answers":"meeting","proposedBy":"client","goalsWithResponsible":0}');
INSERT INTO plan_revision (plan, revision, revised_at, agreed_on, together, proposed_by, reason, answers, goals) VALUES (('00000000-0000-7000-9000-' || lpad(to_hex(:n::int), 12, '0'))::uuid, :revision, now(), '2017-10-31', true, 'CLIENT', 'Yhdessä kirjoitettu', 'MEETING', '[{"id": "0197a1c0-0000-7000-8000-00000000a001", "source": "client", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa."}, {"id": "0197a1c0-0000-7000-8000-00000000a002", "source": "together", "clientWords": "Päiviin rytmi.", "workerWords": "Säännöllinen toiminta."}]');
INSERT INTO access_log (id, at, who, did, subject, purpose) VALUES (gen_random_uuid(), now(), 'sovatek-system', 'plan-revised', ('00000000-0000-7000-9000-' || lpad(to_hex(:n::int), 12, '0'))::uuid, 'care');
UPDATE answered_request SET status = 204, headers = 'ETag: "2"', body = '' WHERE caller = 'pgbench' AND key = :key;
COMMIT;
