-- Circumstances by which a figure may be parted, opinions of other givers, and figures that are out.

ALTER TABLE indicator_fact
    ADD COLUMN kind text,
    ADD COLUMN channel text,
    ADD COLUMN pair boolean,
    ADD COLUMN activity uuid,
    -- Who said it: when one begins anew, only its facts are let go.
    ADD COLUMN source text NOT NULL DEFAULT '/session-service';
-- Facts of before tell no circumstances until the view is rebuilt (docs/operating.md).
UPDATE indicator_fact SET source = '/peer-expert-service' WHERE indicator IN ('ASKED_SAID_YES', 'RETAINED_6', 'TRAINING_COMPLETED',
    'WITH_PEER_TRAINER', 'FILLED_IN_A_WEEK', 'INVITATIONS_ACCEPTED', 'LOAD_SPREAD', 'PAIR_TASKS', 'SUPERVISION_ON_TIME', 'PAID_IN_14_DAYS');

-- What happens once and is never corrected, meetings and answers above all, is one row for all that it means.
CREATE TABLE indicator_event (
    generation   int NOT NULL,
    event        uuid NOT NULL,
    source       text NOT NULL,
    organisation text NOT NULL,
    unit         text NOT NULL,
    week         text NOT NULL,
    month        text NOT NULL,
    quarter      text NOT NULL,
    kind         text,
    channel      text,
    pair         boolean,
    activity     uuid,
    indicators   text[] NOT NULL,
    holds        int[] NOT NULL,
    totals       int[] NOT NULL,
    PRIMARY KEY (generation, event)
);
-- With all that is read, so that a unit's year is in one place of the index however its meetings came.
CREATE INDEX ON indicator_event (organisation, generation, unit, quarter)
    INCLUDE (week, month, event, indicators, holds, totals, kind, channel, pair, activity);
SELECT guard_with_keeper('indicator_event');

CREATE VIEW known_fact WITH (security_invoker = true) AS
    SELECT generation, indicator, organisation, unit, week, month, quarter, first_event, holds, total, kind, channel, pair, activity
    FROM indicator_fact
    UNION ALL
    SELECT generation, fact.indicator, organisation, unit, week, month, quarter, event, fact.holds, fact.total, kind, channel, pair, activity
    FROM indicator_event, LATERAL unnest(indicators, indicator_event.holds, totals) AS fact (indicator, holds, total);
GRANT SELECT ON known_fact TO ${service_role}, ${keeper_role};

DROP INDEX heard_meeting_organisation_generation_unit_quarter_idx;
CREATE INDEX ON heard_meeting (organisation, generation, unit, quarter) INCLUDE (week, month, asked);

ALTER TABLE heard_answer
    ADD COLUMN giver text NOT NULL DEFAULT 'CLIENT',
    ADD COLUMN kind text,
    ADD COLUMN channel text,
    ADD COLUMN scores jsonb NOT NULL DEFAULT '{}';
UPDATE heard_answer SET scores = jsonb_build_object('heard', heard);
ALTER TABLE heard_answer DROP COLUMN heard;

CREATE TABLE released_figure (
    organisation text NOT NULL DEFAULT current_organisation(),
    indicator    text NOT NULL,
    unit         text NOT NULL,      -- empty for the whole organisation
    period       text NOT NULL,
    version      int NOT NULL,
    n            int NOT NULL,
    value        double precision NOT NULL,
    low          double precision,
    high         double precision,
    PRIMARY KEY (organisation, indicator, unit, period, version)
);
SELECT guard_with_keeper('released_figure');

-- Who takes part in comparing organisations, and until when.
CREATE TABLE benchmark_agreement (
    organisation text PRIMARY KEY DEFAULT current_organisation(),
    why          text NOT NULL,
    until        date NOT NULL
);
SELECT guard('benchmark_agreement');

-- The others' figures of a period, without their names; of those alone who take part, and of at least ten facts each.
CREATE FUNCTION others_figures(wanted text, of_period text, today date) RETURNS SETOF double precision
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    BEGIN ATOMIC
        SELECT value FROM (
            SELECT DISTINCT ON (figure.organisation) figure.value, figure.n
            FROM released_figure figure JOIN benchmark_agreement agreement USING (organisation)
            WHERE figure.indicator = wanted AND figure.period = of_period AND figure.unit = ''
              AND agreement.until >= today AND figure.organisation <> current_organisation()
              AND EXISTS (SELECT FROM benchmark_agreement own WHERE own.organisation = current_organisation() AND own.until >= today)
            ORDER BY figure.organisation, figure.version DESC) latest
        WHERE n >= 10 ORDER BY value;
    END;
REVOKE ALL ON FUNCTION others_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION others_figures TO ${service_role};
