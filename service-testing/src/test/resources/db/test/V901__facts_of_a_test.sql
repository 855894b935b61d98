CREATE TABLE fact (
    listener     text NOT NULL,
    event        uuid NOT NULL,
    organisation text NOT NULL,
    source       text NOT NULL,
    subject      text NOT NULL,
    sequence     bigint NOT NULL,
    noted        bigint GENERATED ALWAYS AS IDENTITY -- in the order in which it came
); -- without a key on purpose: a doubled fact is to be seen, not refused
SELECT guard_with_keeper('fact');
