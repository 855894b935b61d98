-- A private answer can't be tied to a meeting or a person, not even by whoever reads these tables: no serial key, no
-- time finer than a week, no reference to a meeting, and rows are rewritten in random order at each arrival.

CREATE TABLE ask (
    token_hash       bytea PRIMARY KEY,
    organisation     text NOT NULL DEFAULT current_organisation(),
    unit             text NOT NULL,
    week             text NOT NULL,
    kind             text NOT NULL,
    channel          text NOT NULL,
    with_peer_expert boolean NOT NULL,
    expires_on       date NOT NULL          -- a Monday: tells the week of issue and no more
);
CREATE INDEX ON ask (organisation, unit, week);
SELECT guard_with_keeper('ask');

-- The link names no organisation: this finds it, and nothing else.
CREATE FUNCTION ask_organisation(wanted bytea) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public
    RETURN (SELECT organisation FROM ask WHERE token_hash = wanted);
REVOKE ALL ON FUNCTION ask_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_organisation TO ${service_role};

CREATE TABLE answer (
    id               uuid PRIMARY KEY,
    organisation     text NOT NULL DEFAULT current_organisation(),
    unit             text NOT NULL,
    week             text NOT NULL,
    kind             text NOT NULL,
    channel          text NOT NULL,
    with_peer_expert boolean NOT NULL,
    heard            int NOT NULL CHECK (heard BETWEEN 1 AND 5),
    enough_time      int CHECK (enough_time BETWEEN 1 AND 5),
    receipt          bytea NOT NULL
);
CREATE INDEX ON answer (organisation, unit);
SELECT guard_with_keeper('answer');

-- What was written, apart from the scores. Held until a moderator has seen it.
CREATE TABLE words (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    week         text NOT NULL,
    words        text NOT NULL,
    masked       boolean NOT NULL,
    state        text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'passed', 'withheld')),
    version      bigint NOT NULL DEFAULT 1,
    receipt      bytea NOT NULL
);
CREATE INDEX ON words (organisation, unit);
SELECT guard_with_keeper('words');

CREATE TABLE receipt (
    code_hash    bytea PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    counted      boolean NOT NULL DEFAULT false
);
CREATE INDEX ON receipt (organisation, unit);
SELECT guard_with_keeper('receipt');

CREATE FUNCTION receipt_organisation(wanted bytea) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public
    RETURN (SELECT organisation FROM receipt WHERE code_hash = wanted);
REVOKE ALL ON FUNCTION receipt_organisation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receipt_organisation TO ${service_role};

-- Rows of a unit written anew in random order and in one transaction: neither their place nor their transaction tells
-- which came first.
CREATE FUNCTION shuffle(of_unit text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(current_organisation() || '/' || of_unit, 2));
    WITH gone AS (DELETE FROM answer WHERE unit = of_unit RETURNING *)
    INSERT INTO answer SELECT * FROM gone ORDER BY random();
    WITH gone AS (DELETE FROM words WHERE unit = of_unit RETURNING *)
    INSERT INTO words SELECT * FROM gone ORDER BY random();
    WITH gone AS (DELETE FROM receipt WHERE unit = of_unit RETURNING *)
    INSERT INTO receipt SELECT * FROM gone ORDER BY random();
END $$;

-- Counts a unit's events, and which periods have been released.
CREATE TABLE release_stream (
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    version      bigint NOT NULL,
    PRIMARY KEY (organisation, unit)
);
SELECT guard_with_keeper('release_stream');
CREATE TABLE released_period (
    organisation text NOT NULL DEFAULT current_organisation(),
    unit         text NOT NULL,
    period       text NOT NULL,
    PRIMARY KEY (organisation, unit, period)
);
SELECT guard_with_keeper('released_period');

-- The view "heard": facts alone, by event.
CREATE TABLE heard_answer (
    generation       int NOT NULL,
    event            uuid NOT NULL,
    organisation     text NOT NULL,
    unit             text NOT NULL,
    week             text,                  -- null where the answer was released for a wider period
    month            text,
    quarter          text NOT NULL,
    release          uuid NOT NULL,
    release_size     int NOT NULL,
    with_peer_expert boolean,
    heard            int NOT NULL,
    PRIMARY KEY (generation, event)
);
CREATE INDEX ON heard_answer (organisation, generation, unit, quarter);
SELECT guard_with_keeper('heard_answer');

CREATE TABLE heard_meeting (
    generation   int NOT NULL,
    event        uuid NOT NULL,
    organisation text NOT NULL,
    unit         text NOT NULL,
    week         text NOT NULL,
    month        text NOT NULL,
    quarter      text NOT NULL,
    asked        boolean NOT NULL,
    PRIMARY KEY (generation, event)
);
CREATE INDEX ON heard_meeting (organisation, generation, unit, quarter);
SELECT guard_with_keeper('heard_meeting');
