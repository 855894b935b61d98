-- What the service does for one command, by the database alone: the same statements in the same transaction.
BEGIN;
SELECT set_config('app.organisation', 'sovatek', true);
SELECT gen_random_uuid() AS id \gset
INSERT INTO answered_request (caller, key, digest) VALUES ('pgbench', :id, '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff') ON CONFLICT (organisation, caller, key) DO NOTHING;
INSERT INTO meeting (id, version, unit, activity, kind, channel, professional, planned_on, planned_minutes, peer_expert_wanted) VALUES (:id, 1, 'benchmark', NULL, 'ONE_TO_ONE', 'PHONE', 'sovatek-system', '2017-10-31', 45, false);
INSERT INTO outbox (id, topic, for_organisation, type, subject, sequence, recorded_at, traceparent, data) VALUES (gen_random_uuid(), 'meeting', true, 'fi.rinnalla.meeting.planned', :id, 1, now(), NULL, '{"unit": "benchmark", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31", "plannedMinutes": 45, "peerExpertWanted": false}');
UPDATE answered_request SET status = 201, headers = 'Location: /api/v1/meetings/01a2001c-018b-755c-9cb2-e9534efe3aac', body = '' WHERE caller = 'pgbench' AND key = :id;
COMMIT;
