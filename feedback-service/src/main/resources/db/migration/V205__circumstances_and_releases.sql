-- Circumstances by which a figure may be parted, opinions of other givers, and figures that are out.

ALTER TABLE indicator_fact
    ADD COLUMN kind text,
    ADD COLUMN channel text,
    ADD COLUMN pair boolean,
    ADD COLUMN activity uuid,
    -- Who said it: when one begins anew, only its facts are let go.
    ADD COLUMN source text NOT NULL DEFAULT '/session-service';
UPDATE indicator_fact SET source = '/peer-expert-service' WHERE indicator IN ('ASKED_SAID_YES', 'RETAINED_6', 'TRAINING_COMPLETED',
    'WITH_PEER_TRAINER', 'FILLED_IN_A_WEEK', 'INVITATIONS_ACCEPTED', 'LOAD_SPREAD', 'PAIR_TASKS', 'SUPERVISION_ON_TIME', 'PAID_IN_14_DAYS');

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
