-- Sets of questions; who answers; ways to be asked; words that become themes and get a reply.

CREATE TABLE question_set (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL
);
SELECT guard('question_set');

-- What an ask and an answer tell of a meeting, and the scores, are sealed and of one length: where only one person met by phone,
-- a copy of the database would otherwise tell that and what they answered. Rows of before are read as they are.
ALTER TABLE ask ADD COLUMN sealed bytea, ADD COLUMN is_open boolean NOT NULL DEFAULT false;
UPDATE ask SET is_open = true, sealed = convert_to(jsonb_build_object('kind', kind, 'channel', channel, 'withPeerExpert',
    with_peer_expert, 'giver', 'CLIENT', 'set', NULL, 'version', 0)::text, 'UTF8');
ALTER TABLE ask ALTER COLUMN sealed SET NOT NULL, DROP COLUMN kind, DROP COLUMN channel, DROP COLUMN with_peer_expert;

ALTER TABLE answer ADD COLUMN sealed bytea, ADD COLUMN is_open boolean NOT NULL DEFAULT false,
    -- Came in a flood at a unit's door: not counted until a person has looked.
    ADD COLUMN doubtful boolean NOT NULL DEFAULT false;
UPDATE answer SET is_open = true, sealed = convert_to(jsonb_build_object('kind', kind, 'channel', channel, 'withPeerExpert',
    with_peer_expert, 'giver', 'CLIENT', 'way', 'LINK',
    'scores', jsonb_strip_nulls(jsonb_build_object('heard', heard, 'time', enough_time)))::text, 'UTF8');
ALTER TABLE answer ALTER COLUMN sealed SET NOT NULL, DROP COLUMN kind, DROP COLUMN channel, DROP COLUMN with_peer_expert,
    DROP COLUMN heard, DROP COLUMN enough_time;

ALTER TABLE released_period ADD COLUMN giver text NOT NULL DEFAULT 'CLIENT';
ALTER TABLE released_period DROP CONSTRAINT released_period_pkey;
ALTER TABLE released_period ADD PRIMARY KEY (organisation, unit, giver, period);

ALTER TABLE words
    ADD COLUMN giver text NOT NULL DEFAULT 'CLIENT',
    ADD COLUMN way text NOT NULL DEFAULT 'LINK',
    -- The giver allows that it becomes an idea (P58).
    ADD COLUMN may_become_idea boolean NOT NULL DEFAULT false,
    -- Somebody may be named in it: two people look, each at a different time.
    ADD COLUMN names_somebody boolean NOT NULL DEFAULT false,
    ADD COLUMN first_reader text,
    ADD COLUMN removed int NOT NULL DEFAULT 0,
    ADD COLUMN theme uuid;

-- A door of a unit: a link that many use, on a poster or a tablet.
CREATE TABLE door (
    code         text PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    giver        text NOT NULL,
    UNIQUE (organisation, unit, giver)
);
SELECT guard('door');
CREATE FUNCTION door_organisation(wanted text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public
    RETURN (SELECT organisation FROM door WHERE code = wanted);
REVOKE ALL ON FUNCTION door_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door_organisation TO ${service_role};

-- Forms that were sent through a door: a form sent twice is one answer. No time but the week; forgotten after two.
CREATE TABLE door_form (
    hash         bytea PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    week         text NOT NULL
);
CREATE INDEX ON door_form (organisation, unit, week);
SELECT guard_with_keeper('door_form');

-- Who wishes to be remembered so as not to be asked again too soon: a keyed hash of where they were reached, and nothing of any answer.
CREATE TABLE asked_lately (
    organisation text NOT NULL DEFAULT current_organisation(),
    who          text NOT NULL,
    until        date NOT NULL,
    PRIMARY KEY (organisation, who)
);
SELECT guard_with_keeper('asked_lately');

CREATE TABLE feedback_theme (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    version      bigint NOT NULL,
    sequence     bigint NOT NULL,
    document     jsonb NOT NULL,
    unit         text GENERATED ALWAYS AS (document->>'unit') STORED
);
CREATE INDEX ON feedback_theme (organisation, unit);
SELECT guard('feedback_theme');

-- Services as clients drew them (P32): a step each, the giver and the day unknown.
CREATE TABLE path_step (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    week         text NOT NULL,
    path         uuid NOT NULL,
    place        int NOT NULL,
    service      text NOT NULL,
    works        boolean NOT NULL,
    topic        text
);
CREATE INDEX ON path_step (organisation, unit);
SELECT guard('path_step');
