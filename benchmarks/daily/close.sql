-- What the service does to close a meeting, by the database alone: the same statements in the same transaction.
\set n random(100001, 103000)
BEGIN;
SELECT set_config('app.organisation', 'sovatek', true);
INSERT INTO answered_request (caller, key, digest) VALUES ('pgbench', gen_random_uuid()::text, '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff') ON CONFLICT (organisation, caller, key) DO NOTHING RETURNING key AS key \gset
SELECT id, version, sequence, document FROM meeting WHERE id = ('00000000-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid FOR UPDATE;
SELECT id, version, sequence, document FROM client WHERE id = ('00000000-0000-7000-a000-' || lpad(to_hex(:n::int % 40 + 1), 12, '0'))::uuid;
UPDATE meeting SET version = version + 1, sequence = sequence + 1, document = document || '{"held": {"on": "2017-10-31", "by": "sovatek-system", "loggedAt": "2017-10-31T12:00:00Z", "actualMinutes": 50, "startedBy": "client", "roles": ["client", "professional"], "channel": "face-to-face", "closingQuestion": "private"}}' WHERE id = ('00000000-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid AND version > 0;
INSERT INTO outbox (id, topic, for_organisation, type, subject, sequence, recorded_at, traceparent, data) VALUES (gen_random_uuid(), 'meeting', true, 'fi.rinnalla.meeting.held', gen_random_uuid(), 1, now(), NULL, '{"unit":"benchmark","kind":"one-to-one","channel":"face-to-face","heldOn":"2017-10-31","plannedMinutes":45,"actualMinutes":50,"startedBy":"client","roles":["client","professional"],"closingQuestion":"private"}');
UPDATE answered_request SET status = 204, headers = 'ETag: "2"', body = '' WHERE caller = 'pgbench' AND key = :key;
COMMIT;
