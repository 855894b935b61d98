-- Aggregates are kept whole, as documents (docs/decisions/8-documents.md): what is searched by is a generated column. Days are
-- texts, 2017-10-31, because a generated column may not depend on a setting; they sort as days do.

CREATE TABLE client (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    login        text NOT NULL GENERATED ALWAYS AS (document->>'login') STORED,
    unit         text NOT NULL GENERATED ALWAYS AS (document->>'unit') STORED,
    worker       text NOT NULL GENERATED ALWAYS AS (document->'workers'->-1->>'worker') STORED,
    UNIQUE (organisation, login),
    FOREIGN KEY (organisation, unit) REFERENCES unit
);
CREATE INDEX ON client (organisation, worker);
SELECT guard('client');

-- Whoever has a plan already is a client of the worker who opened it.
INSERT INTO client (id, organisation, version, sequence, document)
SELECT gen_random_uuid(), organisation, 1, 0, jsonb_build_object(
    'login', client, 'unit', min(unit),
    'workers', jsonb_build_array(jsonb_build_object('worker', min(worker), 'from', current_date, 'returning', false)),
    'wishes', jsonb_build_object('preferredPlaces', '[]'::jsonb, 'escortNeeded', false, 'limits', '[]'::jsonb))
FROM plan GROUP BY organisation, client;

-- Plans -----------------------------------------------------------------------------------------------------------

ALTER TABLE plan ADD sequence bigint NOT NULL DEFAULT 0, ADD document jsonb;
UPDATE plan SET sequence = version, document = jsonb_strip_nulls(jsonb_build_object(
    'unit', unit, 'officialRecord', official_record, 'revision', version - 1,
    'client', (SELECT id FROM client WHERE client.organisation = plan.organisation AND client.login = plan.client)));
ALTER TABLE plan DROP unit, DROP client, DROP worker, DROP official_record;
ALTER TABLE plan
    ALTER sequence DROP DEFAULT,
    ALTER document SET NOT NULL,
    ADD client uuid NOT NULL GENERATED ALWAYS AS ((document->>'client')::uuid) STORED REFERENCES client;
CREATE INDEX ON plan (organisation, client);

ALTER TABLE plan_revision
    ADD agreed_on date,
    ADD together boolean NOT NULL DEFAULT true,
    ADD answers_which uuid;
UPDATE plan_revision SET agreed_on = (revised_at AT TIME ZONE 'Europe/Helsinki')::date,
    goals = (SELECT coalesce(jsonb_agg(goal || jsonb_build_object('id', gen_random_uuid())), '[]') FROM jsonb_array_elements(goals) AS goal);
ALTER TABLE plan_revision ALTER agreed_on SET NOT NULL;

-- What the client sees otherwise stands beside the revision, which is never changed.
CREATE TABLE plan_objection (
    organisation text NOT NULL DEFAULT current_organisation(),
    plan         uuid NOT NULL,
    revision     int NOT NULL,
    words        text NOT NULL,
    PRIMARY KEY (organisation, plan, revision),
    FOREIGN KEY (organisation, plan, revision) REFERENCES plan_revision
);
SELECT guard('plan_objection');
REVOKE UPDATE, DELETE ON plan_objection FROM ${service_role};

CREATE TABLE plan_proposal (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    plan         uuid NOT NULL GENERATED ALWAYS AS ((document->>'plan')::uuid) STORED REFERENCES plan
);
CREATE INDEX ON plan_proposal (plan);
SELECT guard('plan_proposal');

CREATE TABLE notebook (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    plan         uuid NOT NULL UNIQUE GENERATED ALWAYS AS ((document->>'plan')::uuid) STORED REFERENCES plan
);
SELECT guard('notebook');

-- Meetings --------------------------------------------------------------------------------------------------------

ALTER TABLE meeting ADD sequence bigint NOT NULL DEFAULT 0, ADD document jsonb;
UPDATE meeting SET sequence = version, document = jsonb_strip_nulls(jsonb_build_object(
    'state', CASE WHEN held_on IS NULL THEN 'planned' ELSE 'held' END,
    'changes', '[]'::jsonb,
    'participants', '[]'::jsonb,
    'agenda', '{"topics": [], "groups": []}'::jsonb,
    'planned', jsonb_build_object(
        'unit', unit, 'activity', activity, 'kind', lower(replace(kind, '_', '-')),
        'channel', lower(replace(channel, '_', '-')), 'escort', false, 'professional', professional,
        'company', '[]'::jsonb, 'on', planned_on, 'minutes', planned_minutes, 'peerExpertWanted', peer_expert_wanted),
    'held', CASE WHEN held_on IS NOT NULL THEN jsonb_build_object(
        'on', held_on, 'loggedAt', to_char(logged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'by', professional,
        'actualMinutes', actual_minutes, 'startedBy', lower(replace(started_by, '_', '-')),
        'roles', (SELECT jsonb_agg(lower(replace(role, '_', '-'))) FROM unnest(roles) AS role),
        'channel', lower(replace(channel, '_', '-')), 'closingQuestion', lower(replace(closing_question, '_', '-'))) END));
ALTER TABLE meeting
    DROP unit, DROP activity, DROP kind, DROP channel, DROP professional, DROP planned_on, DROP planned_minutes,
    DROP peer_expert_wanted, DROP held_on, DROP logged_at, DROP actual_minutes, DROP started_by, DROP roles,
    DROP closing_question;
ALTER TABLE meeting
    ALTER sequence DROP DEFAULT,
    ALTER document SET NOT NULL,
    ADD state text NOT NULL GENERATED ALWAYS AS (document->>'state') STORED,
    ADD unit text NOT NULL GENERATED ALWAYS AS (document->'planned'->>'unit') STORED,
    ADD activity uuid GENERATED ALWAYS AS ((document->'planned'->>'activity')::uuid) STORED,
    ADD professional text NOT NULL GENERATED ALWAYS AS (document->'planned'->>'professional') STORED,
    ADD client uuid GENERATED ALWAYS AS ((document->'planned'->>'client')::uuid) STORED REFERENCES client,
    ADD planned_on text COLLATE "C" NOT NULL GENERATED ALWAYS AS (document->'planned'->>'on') STORED,
    -- A meeting whose time is not agreed comes first: '-' is before every digit.
    ADD planned_at text COLLATE "C" NOT NULL GENERATED ALWAYS AS (coalesce(document->'planned'->>'at', '-')) STORED,
    ADD held_on text COLLATE "C" GENERATED ALWAYS AS (document->'held'->>'on') STORED,
    ADD seats int GENERATED ALWAYS AS ((document->'planned'->>'seats')::int) STORED,
    ADD FOREIGN KEY (organisation, unit) REFERENCES unit,
    ADD FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id);
CREATE INDEX ON meeting (organisation, planned_on DESC, id DESC);
CREATE INDEX ON meeting (organisation, professional, planned_on DESC, id DESC);
CREATE INDEX ON meeting (client, planned_on) WHERE client IS NOT NULL;
CREATE INDEX ON meeting (organisation, unit, held_on) WHERE held_on IS NOT NULL;
CREATE INDEX ON meeting (organisation, planned_on) WHERE seats IS NOT NULL AND state IN ('planned', 'moved');
CREATE INDEX ON meeting USING gin ((document->'participants') jsonb_path_ops);

CREATE TABLE workshop (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    meeting      uuid NOT NULL UNIQUE GENERATED ALWAYS AS ((document->>'meeting')::uuid) STORED REFERENCES meeting,
    memo         text UNIQUE GENERATED ALWAYS AS (document->>'memo') STORED
);
SELECT guard('workshop');

-- Who reads a published memo is nobody that we know: the code alone tells whose it is.
CREATE FUNCTION memo_organisation(code text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    RETURN (SELECT organisation FROM workshop WHERE memo = code);
REVOKE ALL ON FUNCTION memo_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION memo_organisation TO ${service_role};

CREATE TABLE tip (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    activity     uuid NOT NULL,
    words        text NOT NULL,
    FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
);
CREATE INDEX ON tip (activity, id);
SELECT guard('tip');

CREATE TABLE circulating_meeting (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL
);
SELECT guard('circulating_meeting');

-- Promises and needs ----------------------------------------------------------------------------------------------

CREATE TABLE commitment (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    client       uuid NOT NULL GENERATED ALWAYS AS ((document->'promise'->>'client')::uuid) STORED REFERENCES client,
    due_on       text COLLATE "C" NOT NULL GENERATED ALWAYS AS (document->'promise'->>'dueOn') STORED
);
CREATE INDEX ON commitment (client, due_on, id);
SELECT guard('commitment');

CREATE TABLE unmet_need (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    client       uuid NOT NULL GENERATED ALWAYS AS ((document->>'client')::uuid) STORED REFERENCES client
);
CREATE INDEX ON unmet_need (client);
SELECT guard('unmet_need');

-- Ideas -----------------------------------------------------------------------------------------------------------

CREATE TABLE idea (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    state        text NOT NULL GENERATED ALWAYS AS (document->>'state') STORED,
    late         boolean NOT NULL GENERATED ALWAYS AS ((document->>'late')::boolean) STORED,
    due_on       text COLLATE "C" GENERATED ALWAYS AS (document->'mandate'->>'dueOn') STORED
);
CREATE INDEX ON idea (organisation, (NOT late), id);
CREATE INDEX ON idea (due_on) WHERE state = 'in-discussion' AND NOT late;
CREATE INDEX ON idea USING gin (document jsonb_path_ops);
SELECT guard_with_keeper('idea');

CREATE FUNCTION idea_organisation(hash text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    RETURN (SELECT organisation FROM idea
            WHERE document @> jsonb_build_object('proposers', jsonb_build_array(jsonb_build_object('codeHash', hash))) LIMIT 1);
REVOKE ALL ON FUNCTION idea_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION idea_organisation TO ${service_role};

-- Time and reach --------------------------------------------------------------------------------------------------

CREATE TABLE time_budget (
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    minutes      int NOT NULL,      -- for one client in one month
    PRIMARY KEY (organisation, unit),
    FOREIGN KEY (organisation, unit) REFERENCES unit
);
SELECT guard('time_budget');

CREATE TABLE development_allowance (
    organisation text NOT NULL DEFAULT current_organisation(),
    professional text NOT NULL,
    minutes      int NOT NULL,      -- a month
    PRIMARY KEY (organisation, professional)
);
SELECT guard('development_allowance');

CREATE TABLE development_time (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    professional text NOT NULL,
    used_on      date NOT NULL,
    minutes      int NOT NULL,
    what         text NOT NULL,
    activity     uuid,
    FOREIGN KEY (organisation, activity) REFERENCES activity (organisation, id)
);
CREATE INDEX ON development_time (organisation, used_on);
SELECT guard('development_time');

CREATE TABLE unit_reach (
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    month        text NOT NULL,
    workers      int NOT NULL,
    taking_part  int NOT NULL,
    PRIMARY KEY (organisation, unit, month),
    FOREIGN KEY (organisation, unit) REFERENCES unit
);
SELECT guard('unit_reach');
