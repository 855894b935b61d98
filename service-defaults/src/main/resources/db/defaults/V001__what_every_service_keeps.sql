-- What every service keeps: whose rows, what is yet to be said, what was heard, which requests were answered,
-- and who looked at what. ${service_role} serves people under row-level security; ${keeper_role} relays and listens.

GRANT USAGE ON SCHEMA public TO ${service_role}, ${keeper_role};

-- After a commit the setting is '' and not null, hence the nullif.
CREATE FUNCTION current_organisation() RETURNS text LANGUAGE sql STABLE
    RETURN nullif(current_setting('app.organisation', true), '');

-- Every table is guarded by one line in its migration: SELECT guard('meeting');
CREATE FUNCTION guard(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY own_organisation ON %s TO ${service_role}
        USING (organisation = current_organisation()) WITH CHECK (organisation = current_organisation())', guarded);
    -- With FORCE even the owner sees nothing, and its migrations would silently change no row.
    EXECUTE format('CREATE POLICY migrations ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', guarded);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${service_role}', guarded);
END $$;

-- For tables that the relay, an ear or a schedule works on for all organisations.
CREATE FUNCTION guard_with_keeper(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM guard(guarded);
    EXECUTE format('CREATE POLICY keeper ON %s TO ${keeper_role} USING (true) WITH CHECK (true)', guarded);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${keeper_role}', guarded);
END $$;

-- Leaving -------------------------------------------------------------------------------------------------------

-- A row here is yet to be said; said rows move to outbox_sent. Being here is the status: nothing is found by
-- "position greater than the last one", because a lower position may commit later.
CREATE TABLE outbox (
    position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid NOT NULL,
    organisation text NOT NULL DEFAULT current_organisation(),
    topic        text NOT NULL,
    for_organisation boolean NOT NULL,
    type         text NOT NULL,
    subject      text NOT NULL,
    sequence     bigint NOT NULL CHECK (sequence > 0),
    recorded_at  timestamptz NOT NULL,
    traceparent  text,
    data         text NOT NULL,
    UNIQUE (subject, sequence)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
SELECT guard_with_keeper('outbox');

-- Kept for reconciling with the topic and for restores; a day is dropped as a whole when its time has come.
CREATE TABLE outbox_sent (LIKE outbox, sent_on date NOT NULL DEFAULT current_date) PARTITION BY RANGE (sent_on);
CREATE INDEX ON outbox_sent (id);
SELECT guard_with_keeper('outbox_sent');
CREATE TABLE outbox_sent_otherwise PARTITION OF outbox_sent DEFAULT;
SELECT guard('outbox_sent_otherwise');

CREATE FUNCTION prepare_outbox_days(first_day date, days int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public AS $$
DECLARE
    one_day date;
BEGIN
    FOR one_day IN SELECT first_day + n FROM generate_series(0, days - 1) AS n LOOP
        IF to_regclass('outbox_sent_' || to_char(one_day, 'YYYYMMDD')) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF outbox_sent FOR VALUES FROM (%L) TO (%L)',
                'outbox_sent_' || to_char(one_day, 'YYYYMMDD'), one_day, one_day + 1);
            PERFORM guard(('outbox_sent_' || to_char(one_day, 'YYYYMMDD'))::regclass);
        END IF;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION prepare_outbox_days FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prepare_outbox_days TO ${keeper_role};

-- One row, no organisation's data: rises when this database was restored to an earlier time.
CREATE TABLE epoch (current int NOT NULL, one boolean PRIMARY KEY DEFAULT true CHECK (one));
INSERT INTO epoch VALUES (1);
GRANT SELECT ON epoch TO ${service_role};
GRANT SELECT, UPDATE ON epoch TO ${keeper_role};

-- Arriving ------------------------------------------------------------------------------------------------------

-- Where a listener stands. No organisation's data.
CREATE TABLE inbox_position (
    listener text NOT NULL,
    topic    text NOT NULL,
    part     int NOT NULL,
    next     bigint NOT NULL,
    PRIMARY KEY (listener, topic, part)
);
CREATE TABLE inbox_source (listener text, source text, epoch int NOT NULL, PRIMARY KEY (listener, source));
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_position, inbox_source TO ${keeper_role};

CREATE TABLE inbox_subject (
    listener     text NOT NULL,
    source       text NOT NULL,
    subject      text NOT NULL,
    organisation text NOT NULL,
    sequence     bigint NOT NULL,
    parked       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (listener, source, subject)
);
SELECT guard_with_keeper('inbox_subject');

CREATE TABLE inbox_event (
    listener     text NOT NULL,
    id           uuid NOT NULL,
    organisation text NOT NULL,
    source       text NOT NULL,
    digest       bytea NOT NULL,
    PRIMARY KEY (listener, source, id)    -- an id is a source's own (CloudEvents 1.0)
);
SELECT guard_with_keeper('inbox_event');

-- What could not be taken in: with a reason that names no person, and the record as it came.
CREATE TABLE inbox_parked (
    id           uuid PRIMARY KEY,
    listener     text NOT NULL,
    organisation text NOT NULL,           -- '?' when the record does not tell
    source       text,
    subject      text,
    sequence     bigint,
    topic        text NOT NULL,
    part         int NOT NULL,
    at_offset    bigint NOT NULL,
    reason       text NOT NULL,
    key          bytea,
    value        bytea,
    UNIQUE (listener, topic, part, at_offset)
);
CREATE INDEX ON inbox_parked (listener, source, subject, sequence);
SELECT guard_with_keeper('inbox_parked');
-- An operator of any organisation must see that an unreadable record came; its content is not shown.
CREATE POLICY of_nobody ON inbox_parked FOR SELECT TO ${service_role} USING (organisation = '?');

-- Answering -----------------------------------------------------------------------------------------------------

CREATE TABLE answered_request (
    organisation text NOT NULL DEFAULT current_organisation(),
    caller       text NOT NULL,
    key          text NOT NULL,
    digest       bytea NOT NULL,
    status       int,
    headers      text,
    body         bytea,
    PRIMARY KEY (organisation, caller, key)
);
SELECT guard('answered_request');

-- Access log ----------------------------------------------------------------------------------------------------

CREATE TABLE access_log (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    at           timestamptz NOT NULL,
    who          text NOT NULL,
    did          text NOT NULL,
    subject      uuid NOT NULL,
    purpose      text NOT NULL,
    block        bigint
);
CREATE INDEX ON access_log (organisation, subject, at);
CREATE INDEX ON access_log (organisation) WHERE block IS NULL;
SELECT guard_with_keeper('access_log');
-- What was logged stays as it was logged.
REVOKE UPDATE, DELETE ON access_log FROM ${service_role}, ${keeper_role};
GRANT UPDATE (block) ON access_log TO ${keeper_role};

CREATE TABLE access_block (
    organisation text NOT NULL DEFAULT current_organisation(),
    block        bigint NOT NULL,
    rows         int NOT NULL,
    head         text NOT NULL,
    PRIMARY KEY (organisation, block)
);
SELECT guard_with_keeper('access_block');
REVOKE UPDATE, DELETE ON access_block FROM ${service_role}, ${keeper_role};

-- Views ---------------------------------------------------------------------------------------------------------

-- A view's facts carry a generation. A rebuild fills the next one beside the live one and then takes its place.
CREATE TABLE view_generation (
    view       text NOT NULL,
    generation int NOT NULL,
    live       boolean NOT NULL,
    PRIMARY KEY (view, generation)
);
CREATE UNIQUE INDEX ON view_generation (view, live);
GRANT SELECT ON view_generation TO ${service_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON view_generation TO ${keeper_role};
