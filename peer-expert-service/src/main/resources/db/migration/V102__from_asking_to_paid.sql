-- The peer expert service, whole. Aggregates are kept as documents; what is searched by is a generated column.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The pool ----------------------------------------------------------------------------------------------------------

ALTER TABLE peer_expert ADD version bigint NOT NULL DEFAULT 1, ADD sequence bigint NOT NULL DEFAULT 0, ADD document jsonb;
UPDATE peer_expert SET document = jsonb_build_object(
    'login', login, 'name', name, 'level', CASE level WHEN 'TRAINED' THEN 'trained' ELSE 'developer-client' END,
    'joinedOn', '2026-11-20');
ALTER TABLE peer_expert ALTER document SET NOT NULL, ALTER version DROP DEFAULT, ALTER sequence DROP DEFAULT,
    DROP CONSTRAINT peer_expert_organisation_login_key, DROP login, DROP name, DROP level;
ALTER TABLE peer_expert
    ADD login text NOT NULL GENERATED ALWAYS AS (document->>'login') STORED,
    ADD UNIQUE (organisation, login);
DROP POLICY own_organisation ON peer_expert;
DROP POLICY migrations ON peer_expert;
SELECT guard_with_keeper('peer_expert');

-- What somebody has lived through, sealed with a key that the database does not have.
CREATE TABLE experience (
    organisation text NOT NULL DEFAULT current_organisation(),
    peer_expert  uuid PRIMARY KEY REFERENCES peer_expert ON DELETE CASCADE,
    sealed       bytea NOT NULL
);
SELECT guard('experience');

CREATE TABLE asking (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    client       text NOT NULL GENERATED ALWAYS AS (document->>'client') STORED,
    answered     boolean NOT NULL GENERATED ALWAYS AS (document->>'answer' IS NOT NULL) STORED
);
CREATE INDEX ON asking (organisation, client, id);
SELECT guard('asking');

CREATE TABLE notice (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    login        text,              -- absent where it is for whoever coordinates
    kind         text NOT NULL,
    about        uuid NOT NULL,
    day          text NOT NULL,
    seen         boolean NOT NULL DEFAULT false
);
CREATE INDEX ON notice (organisation, login, id);
SELECT guard_with_keeper('notice');

-- From a request to an assignment -----------------------------------------------------------------------------------

-- Heard from session-service: how a meeting stands that wants a peer expert. Followed by the requests and assignments.
CREATE TABLE heard_meeting (
    organisation text NOT NULL DEFAULT current_organisation(),
    meeting      uuid NOT NULL,
    unit         text NOT NULL,
    kind         text NOT NULL,
    remote       boolean NOT NULL,
    planned_on   date NOT NULL,
    planned_at   time,
    minutes      int NOT NULL,
    state        text NOT NULL,
    held_on      date,
    actual       int,
    heard        bigint NOT NULL,
    followed     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation, meeting)
);
CREATE INDEX ON heard_meeting (organisation) WHERE followed < heard;
SELECT guard_with_keeper('heard_meeting');
INSERT INTO heard_meeting (organisation, meeting, unit, kind, remote, planned_on, minutes, state, heard)
SELECT organisation, meeting, unit, kind, false, planned_on, 60, 'planned', 1 FROM request WHERE open;

CREATE TABLE peer_request (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    meeting      uuid GENERATED ALWAYS AS ((document->>'meeting')::uuid) STORED,
    state        text NOT NULL GENERATED ALWAYS AS (document->>'state') STORED,
    planned_on   text COLLATE "C" NOT NULL GENERATED ALWAYS AS (document->'slot'->>'on') STORED,
    UNIQUE (organisation, meeting)
);
CREATE INDEX ON peer_request (organisation, planned_on, id) WHERE state = 'open';
SELECT guard_with_keeper('peer_request');

-- Completed assignments of the first version stay as they were, under the requests that they came from.
INSERT INTO peer_request (id, organisation, version, sequence, document)
SELECT gen_random_uuid(), organisation, 1, 0, jsonb_build_object('meeting', meeting, 'unit', unit, 'kind', 'pair-work',
    'slot', jsonb_build_object('on', planned_on, 'minutes', 60), 'where', jsonb_build_object('remote', false), 'count', 1,
    'workers', '[]'::jsonb, 'state', 'filled', 'questions', '[]'::jsonb)
FROM assignment;
ALTER TABLE assignment ADD sequence bigint NOT NULL DEFAULT 0, ADD document jsonb, ADD request uuid,
    DROP CONSTRAINT assignment_organisation_meeting_key;
UPDATE assignment SET sequence = assignment.version, request = peer_request.id, document = jsonb_strip_nulls(jsonb_build_object(
    'request', peer_request.id, 'meeting', assignment.meeting, 'peerExpert', peer_expert, 'unit', unit, 'kind', 'pair-work',
    'slot', jsonb_build_object('on', assignment.planned_on, 'minutes', 60), 'feeRefused', false,
    'state', CASE WHEN completed_on IS NULL THEN 'given' ELSE 'done' END, 'doneOn', completed_on))
FROM peer_request WHERE peer_request.organisation = assignment.organisation AND peer_request.meeting = assignment.meeting;
DROP TABLE request;
ALTER TABLE assignment DROP meeting, DROP unit, DROP planned_on, DROP peer_expert, DROP completed_on, DROP request,
    ALTER document SET NOT NULL, ALTER sequence DROP DEFAULT;
ALTER TABLE assignment
    ADD request uuid NOT NULL GENERATED ALWAYS AS ((document->>'request')::uuid) STORED REFERENCES peer_request,
    ADD peer_expert uuid NOT NULL GENERATED ALWAYS AS ((document->>'peerExpert')::uuid) STORED REFERENCES peer_expert,
    ADD state text NOT NULL GENERATED ALWAYS AS (document->>'state') STORED,
    ADD planned_on text COLLATE "C" NOT NULL GENERATED ALWAYS AS (document->'slot'->>'on') STORED;
CREATE INDEX ON assignment (organisation, peer_expert, planned_on);
CREATE INDEX ON assignment (request);

-- Nobody is in two places at once, whoever books and however many at a time.
CREATE TABLE booking (
    assignment   uuid PRIMARY KEY REFERENCES assignment,
    organisation text NOT NULL DEFAULT current_organisation(),
    peer_expert  uuid NOT NULL REFERENCES peer_expert,
    during       tstzrange NOT NULL,
    EXCLUDE USING gist (peer_expert WITH =, during WITH &&)
);
SELECT guard('booking');

CREATE TABLE invitation (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    request      uuid NOT NULL GENERATED ALWAYS AS ((document->>'request')::uuid) STORED REFERENCES peer_request,
    peer_expert  uuid NOT NULL GENERATED ALWAYS AS ((document->>'peerExpert')::uuid) STORED REFERENCES peer_expert,
    state        text NOT NULL GENERATED ALWAYS AS (document->>'state') STORED,
    expires_at   text COLLATE "C" GENERATED ALWAYS AS (document->>'expiresAt') STORED,
    code_hash    text GENERATED ALWAYS AS (document->>'codeHash') STORED
);
-- Two coordinators who ask the same person for the same task at once: one of them does.
CREATE UNIQUE INDEX ON invitation (request, peer_expert) WHERE state IN ('waiting', 'sent', 'accepted');
CREATE INDEX ON invitation (organisation, peer_expert, id);
CREATE INDEX ON invitation (expires_at) WHERE state = 'sent';
CREATE UNIQUE INDEX ON invitation (code_hash) WHERE code_hash IS NOT NULL;
SELECT guard_with_keeper('invitation');
CREATE FUNCTION invitation_organisation(hash text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    RETURN (SELECT organisation FROM invitation WHERE code_hash = hash);
REVOKE ALL ON FUNCTION invitation_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_organisation TO ${service_role};

CREATE TABLE batch_plan (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL
);
SELECT guard('batch_plan');

CREATE TABLE usual_terms (
    organisation text NOT NULL DEFAULT current_organisation(),
    kind         text NOT NULL,
    document     jsonb NOT NULL,
    PRIMARY KEY (organisation, kind)
);
SELECT guard('usual_terms');

-- Claims ------------------------------------------------------------------------------------------------------------

CREATE TABLE claim (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    assignment   uuid NOT NULL GENERATED ALWAYS AS ((document->>'assignment')::uuid) STORED REFERENCES assignment,
    peer_expert  uuid NOT NULL GENERATED ALWAYS AS ((document->>'peerExpert')::uuid) STORED REFERENCES peer_expert,
    state        text NOT NULL GENERATED ALWAYS AS (document->>'state') STORED,
    worked_on    text COLLATE "C" NOT NULL GENERATED ALWAYS AS (document->>'workedOn') STORED,
    UNIQUE (organisation, assignment)     -- nobody is paid twice for one task
);
CREATE INDEX ON claim (organisation, state, id);
CREATE INDEX ON claim (organisation, peer_expert, worked_on);
SELECT guard('claim');

CREATE TABLE receipt (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    claim        uuid NOT NULL REFERENCES claim,
    media_type   text NOT NULL,
    content      bytea NOT NULL
);
CREATE INDEX ON receipt (claim);
SELECT guard('receipt');

CREATE TABLE payroll_settings (
    organisation text PRIMARY KEY DEFAULT current_organisation(),
    document     jsonb NOT NULL
);
SELECT guard('payroll_settings');

-- Training ----------------------------------------------------------------------------------------------------------

CREATE TABLE programme (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL
);
SELECT guard('programme');

CREATE TABLE course (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL
);
SELECT guard('course');

CREATE TABLE certificate (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    peer_expert  uuid NOT NULL GENERATED ALWAYS AS ((document->>'peerExpert')::uuid) STORED REFERENCES peer_expert,
    valid_until  text COLLATE "C" GENERATED ALWAYS AS (document->>'validUntil') STORED
);
CREATE INDEX ON certificate (organisation, peer_expert, id);
CREATE INDEX ON certificate (organisation, valid_until);
SELECT guard('certificate');

CREATE TABLE sharing_agreement (
    organisation text NOT NULL DEFAULT current_organisation(),
    partner      text NOT NULL,
    what         text NOT NULL,
    why          text NOT NULL,
    until        text COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, partner, what)
);
SELECT guard('sharing_agreement');

CREATE TABLE passport (
    code_hash    text PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    peer_expert  uuid NOT NULL REFERENCES peer_expert,
    issuer       text NOT NULL,
    until        text COLLATE "C" NOT NULL
);
SELECT guard('passport');
CREATE FUNCTION passport_organisation(hash text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    RETURN (SELECT organisation FROM passport WHERE code_hash = hash);
REVOKE ALL ON FUNCTION passport_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION passport_organisation TO ${service_role};

-- Supervision and shifts --------------------------------------------------------------------------------------------

CREATE TABLE supervision (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    peer_expert  uuid NOT NULL GENERATED ALWAYS AS ((document->>'peerExpert')::uuid) STORED REFERENCES peer_expert,
    UNIQUE (organisation, peer_expert)
);
SELECT guard('supervision');

CREATE TABLE supervisor_away (
    organisation text NOT NULL DEFAULT current_organisation(),
    login        text NOT NULL,
    until        text COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, login)
);
SELECT guard('supervisor_away');

CREATE TABLE shift (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL
);
SELECT guard('shift');
