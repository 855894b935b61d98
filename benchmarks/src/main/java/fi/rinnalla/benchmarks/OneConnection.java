package fi.rinnalla.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection on which one request follows the answer to the one before, blocking, as pgbench does it: what a client with
 * machinery of its own would add at the 99th percentile is not the service's.
 */
final class OneConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    OneConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    /** @return from the first byte sent to the last one read */
    double milliseconds(String method, String path, String token, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(method, path, token, headers, bytes.length);
        var out = (request + body).getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        socket.getOutputStream().write(out);
        var status = line();
        int length = -1;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        var answer = length > 0 ? in.readNBytes(length) : new byte[0];
        double taken = (System.nanoTime() - begun) / 1e6;
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(
                    "The measurement is void: " + status + " " + new String(answer, StandardCharsets.UTF_8));
        }
        if (length < 0 && !status.startsWith("HTTP/1.1 204")) {
            throw new IOException("The answer does not tell its length.");
        }
        return taken;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The service closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
