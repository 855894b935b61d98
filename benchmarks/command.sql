-- What the service does for one command, by the database alone: the same statements in the same transaction.
BEGIN;
SELECT set_config('app.organisation', 'sovatek', true);
SELECT gen_random_uuid() AS id \gset
SELECT EXISTS (SELECT FROM unit WHERE slug = 'benchmark');
INSERT INTO answered_request (caller, key, digest) VALUES ('pgbench', :id, '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff') ON CONFLICT (organisation, caller, key) DO NOTHING;
INSERT INTO meeting (id, version, sequence, document) VALUES (:id, 1, 1, '{"state": "planned", "changes": [], "participants": [], "agenda": {"topics": [], "groups": []}, "planned": {"unit": "benchmark", "kind": "one-to-one", "channel": "phone", "escort": false, "professional": "sovatek-system", "company": [], "on": "2017-10-31", "minutes": 45, "peerExpertWanted": false}}');
INSERT INTO outbox (id, topic, for_organisation, type, subject, sequence, recorded_at, traceparent, data) VALUES (gen_random_uuid(), 'meeting', true, 'fi.rinnalla.meeting.planned', :id, 1, now(), NULL, '{"unit": "benchmark", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31", "plannedMinutes": 45, "peerExpertWanted": false}');
UPDATE answered_request SET status = 201, headers = 'Location: /api/v1/meetings/01a2001c-018b-755c-9cb2-e9534efe3aac', body = '' WHERE caller = 'pgbench' AND key = :id;
COMMIT;
