package fi.rinnalla.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.util.NetMaskSet;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's connections with two bounds that it lacks: how many one source may hold, and how long a request may take to
 * arrive. Tomcat itself waits for each next byte anew, so that a body of a byte a second is read for hours.
 *
 * <p>Public with a constructor of no arguments, as Tomcat makes it by its name.
 */
public final class Connections extends Http11NioProtocol {

    private static final Duration EVERY = Duration.ofMillis(500);

    /** @param trusted proxies, through each of which many people come */
    record Bounds(int perSource, Duration requestWithin, NetMaskSet trusted) {}

    /** @param since by the machine's own clock */
    private record Began(long since, SocketChannel socket) {}

    public Connections() {
        super(new Bounded());
    }

    void within(Bounds bounds) {
        ((Bounded) getEndpoint()).bounds = bounds;
    }

    private static final class Bounded extends NioEndpoint {

        private final Map<SocketWrapperBase<NioChannel>, Began> began = new ConcurrentHashMap<>();
        private Bounds bounds = new Bounds(Integer.MAX_VALUE, Duration.ofDays(1), new NetMaskSet());
        private @Nullable Thread clock;

        @Override
        public void startInternal() throws Exception {
            super.startInternal();
            clock = Thread.ofPlatform().daemon().name("slow-requests").start(this::cutWhatIsTooSlow);
        }

        @Override
        public void stopInternal() {
            if (clock != null) {
                clock.interrupt();
            }
            super.stopInternal();
        }

        /** Called by the one thread that accepts, so nobody comes in between. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            var from = socket.socket().getInetAddress();
            if (from != null && connections.size() >= bounds.perSource() && isOneTooMany(from)) {
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }

        private boolean isOneTooMany(InetAddress from) {
            return !bounds.trusted().contains(from)
                    && connections.keySet().stream()
                                    .filter(one ->
                                            Sources.same(from, one.socket().getInetAddress()))
                                    .count()
                            >= bounds.perSource();
        }

        @Override
        protected SocketProcessorBase<NioChannel> createSocketProcessor(
                SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            return new Timed(connection, event);
        }

        private final class Timed extends SocketProcessor {

            Timed(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
                super(connection, event);
            }

            @Override
            protected void doRun() {
                var connection = socketWrapper;
                began.computeIfAbsent(
                        connection,
                        here -> new Began(System.nanoTime(), here.getSocket().getIOChannel()));
                super.doRun();
                if (connection.getCurrentProcessor() == null || connection.isClosed()) {
                    began.remove(connection); // else its head is not whole yet
                }
            }
        }

        /**
         * What has not come by now does not come any more; a request that is whole, and its answer, don't feel it. Whoever
         * reads the body sees its end.
         */
        private void cutWhatIsTooSlow() {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(EVERY.toNanos());
                long now = System.nanoTime();
                began.forEach((connection, request) -> {
                    if (connection.isClosed()) {
                        began.remove(connection);
                    } else if (now - request.since() > bounds.requestWithin().toNanos()) {
                        cut(request.socket());
                    }
                });
            }
        }

        private static void cut(SocketChannel socket) {
            try {
                socket.shutdownInput();
            } catch (IOException closedJustNow) {
                // what was wanted
            }
        }
    }
}
