-- Messages to people, sealed, until they have left. From here on the numbers of all migrations rise together.
CREATE TABLE message_out (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL DEFAULT current_organisation(),
    sealed       bytea,            -- absent where it was given up
    tries        int NOT NULL DEFAULT 0,
    next_try     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON message_out (next_try) WHERE sealed IS NOT NULL;
SELECT guard_with_keeper('message_out');
