-- Plans a meeting with a new Idempotency-Key each time, as a system with a token.
local thread_number = 0
function setup(thread) thread:set("number", thread_number); thread_number = thread_number + 1 end
function init(args) count = 0; run = args[1]; wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"; wrk.headers["Authorization"] = "Bearer " .. args[2]
  wrk.body = '{"unit": "benchmark", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31", "plannedMinutes": 45, "peerExpertWanted": false}'
end
function request()
  count = count + 1
  wrk.headers["Idempotency-Key"] = run .. "-" .. number .. "-" .. count
  return wrk.format(nil, "/api/v1/meetings")
end
function done(summary) io.write(string.format("RESULT %d %d %d\n", summary.requests, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout, summary.duration)) end
