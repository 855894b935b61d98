-- The database of (6) to (8): as superuser, for one organisation.
INSERT INTO client (id, organisation, version, sequence, document)
SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, 'sovatek', 1, 0, jsonb_build_object(
    'login', 'client-' || n, 'unit', 'benchmark',
    'workers', jsonb_build_array(jsonb_build_object('worker', CASE WHEN n <= 40 THEN 'sovatek-system' ELSE 'worker-' || n % 39 END, 'from', '2017-01-01', 'returning', false)),
    'wishes', jsonb_build_object('preferredPlaces', '[]'::jsonb, 'escortNeeded', false, 'limits', '[]'::jsonb))
FROM generate_series(1, 1600) AS n;
INSERT INTO meeting (id, organisation, version, sequence, document)
SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'sovatek', 1, 1, jsonb_build_object('state', 'planned', 'changes', '[]'::jsonb, 'participants', '[]'::jsonb, 'agenda', '{"topics": [], "groups": []}'::jsonb,
        'planned', jsonb_strip_nulls(jsonb_build_object('unit', 'benchmark', 'kind', 'one-to-one', 'channel', 'face-to-face', 'escort', false,
            'professional', CASE WHEN n <= 3040 THEN 'sovatek-system' ELSE 'worker-' || n % 39 END, 'client', ('00000000-0000-7000-a000-' || lpad(to_hex(CASE WHEN n <= 3040 THEN n % 40 + 1 ELSE n % 1560 + 41 END), 12, '0')), 'company', '[]'::jsonb, 'on', CASE WHEN n BETWEEN 3001 AND 3040 THEN '2017-11-15' ELSE to_char(date '2015-01-01' + n % 1000, 'YYYY-MM-DD') END, 'at', to_char(time '08:00' + (n % 40) * interval '12 minutes', 'HH24:MI:SS'), 'minutes', 45, 'peerExpertWanted', false)))
FROM generate_series(1, 200000) AS n;
INSERT INTO plan (id, organisation, version, sequence, document)
SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'sovatek', 1, 1,
    jsonb_build_object('unit', 'benchmark', 'client', ('00000000-0000-7000-a000-' || lpad(to_hex(n % 40 + 1), 12, '0')), 'revision', 0)
FROM generate_series(1, 6000) AS n;
ANALYZE
