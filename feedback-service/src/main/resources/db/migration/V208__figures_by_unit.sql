-- A table of all indicators asks for a unit's periods, not for an indicator's units.
ALTER TABLE released_figure
    DROP CONSTRAINT released_figure_pkey,
    ADD PRIMARY KEY (organisation, unit, period, indicator, version);
