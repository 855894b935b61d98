-- One database per service, three roles each: the owner migrates, the service role serves people under row-level
-- security and owns nothing, the keeper relays and listens. Run once by a superuser; passwords are set by whoever runs it.
CREATE ROLE session_owner LOGIN;
CREATE ROLE session_service LOGIN;
CREATE ROLE session_keeper LOGIN;
CREATE DATABASE session OWNER session_owner;
REVOKE ALL ON DATABASE session FROM PUBLIC;
GRANT CONNECT ON DATABASE session TO session_service, session_keeper;

CREATE ROLE peer_expert_owner LOGIN;
CREATE ROLE peer_expert_service LOGIN;
CREATE ROLE peer_expert_keeper LOGIN;
CREATE DATABASE peer_expert OWNER peer_expert_owner;
REVOKE ALL ON DATABASE peer_expert FROM PUBLIC;
GRANT CONNECT ON DATABASE peer_expert TO peer_expert_service, peer_expert_keeper;

CREATE ROLE feedback_owner LOGIN;
CREATE ROLE feedback_service LOGIN;
CREATE ROLE feedback_keeper LOGIN;
CREATE DATABASE feedback OWNER feedback_owner;
REVOKE ALL ON DATABASE feedback FROM PUBLIC;
GRANT CONNECT ON DATABASE feedback TO feedback_service, feedback_keeper;
