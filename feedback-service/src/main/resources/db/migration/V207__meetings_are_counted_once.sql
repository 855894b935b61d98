-- How many meetings were held and in how many the closing question was asked is kept by the view "indicators"; the view "heard"
-- keeps answers alone and listens to them alone.
DROP TABLE heard_meeting;
DELETE FROM inbox_position WHERE listener LIKE 'heard@%' AND topic = 'meeting';
DELETE FROM inbox_subject WHERE listener LIKE 'heard@%' AND source = '/session-service';
DELETE FROM inbox_event WHERE listener LIKE 'heard@%' AND source = '/session-service';
DELETE FROM inbox_parked WHERE listener LIKE 'heard@%' AND topic = 'meeting';
DELETE FROM inbox_source WHERE listener LIKE 'heard@%' AND source = '/session-service';
