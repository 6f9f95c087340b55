package org.rongyi.platform.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 投递: empties the outbox, a batch at a time. A batch is taken in one short transaction, sent outside any, and settled message
 * by message: should we die in between, what was taken comes back when its lease is over, under the same id.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    static final int BATCH = 40;
    static final int LINES = 4;

    /** Longer than a batch can take: each line's share, every one of them waiting for a peer that hangs. */
    static final Duration LEASE = Duration.ofMinutes(15);

    /** One run of the job; codes that came meanwhile go with the next batch, not behind the whole queue. */
    private static final Duration STRETCH = Duration.ofSeconds(20);

    /** A line that ends says nothing: it is looked at. */
    private static final int LOOK_AGAIN_MILLIS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int DOUBLINGS = 12;

    static final String ATTEMPTS = "notice.attempts";

    private final Parcels parcels;
    private final Wrapping wrapping;
    private final Map<Channel, Peer> peers;
    private final QuietHours quiet;
    private final Policy policy;
    private final Clock clock;

    Delivery(
            Parcels parcels,
            Wrapping wrapping,
            Map<Channel, Peer> peers,
            QuietHours quiet,
            Policy policy,
            Clock clock) {
        this.parcels = parcels;
        this.wrapping = wrapping;
        this.peers = Map.copyOf(peers);
        this.quiet = quiet;
        this.policy = policy;
        this.clock = clock;
    }

    /** Sends what is due; answers how many were accepted. */
    int run() {
        int sent = 0;
        for (var channel : peers.entrySet()) {
            sent += drain(channel.getKey(), channel.getValue());
        }
        return sent;
    }

    private int drain(Channel channel, Peer peer) {
        long until = System.nanoTime() + STRETCH.toNanos();
        int sent = 0;
        boolean more = true;
        parcels.bringBack(channel, quiet.lastRank(now()), now(), now().plus(LONGEST_PAUSE.multipliedBy(2)));
        while (more && System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            var claim = Ids.next();
            var now = now();
            var taken = parcels.take(claim, channel, quiet.lastRank(now), BATCH, now, now.plus(LEASE));
            var batch = new Batch(claim, peer);
            sent += batch.send(taken);
            more = taken.size() == BATCH && !batch.gone.get();
        }
        return sent;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** One message and what came of it. */
    private record Settled(Parcels.Taken taken, String shownAs, Peer.Result result) {}

    /**
     * What is sent at once, over a few lines to one peer. The lines only talk to the peer; the database is asked and told by
     * the one thread that took the batch, so that a slow peer keeps no connection from anybody.
     */
    private final class Batch {

        private final UUID claim;
        private final Peer peer;
        private final Queue<Letter> waiting = new ConcurrentLinkedQueue<>();
        private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
        private final AtomicBoolean gone = new AtomicBoolean();
        private final AtomicInteger lines = new AtomicInteger();
        private int sent;

        /** A message made ready. */
        private record Letter(Parcels.Taken taken, Wrapping.Ready ready) {}

        Batch(UUID claim, Peer peer) {
            this.claim = claim;
            this.peer = peer;
        }

        int send(List<Parcels.Taken> taken) {
            taken.forEach(this::wrap);
            lines.set(Math.min(LINES, waiting.size()));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = lines.get(); i > 0; i--) {
                    threads.execute(this::work);
                }
                settle();
            }
            settle(); // what the last line left
            waiting.forEach(left -> parcels.putBack(claim, left.taken().id(), now()));
            return sent;
        }

        private void wrap(Parcels.Taken taken) {
            try {
                switch (wrapping.wrap(taken, now())) {
                    case Wrapping.Needless(var why) -> parcels.drop(claim, taken.id(), why, now());
                    case Wrapping.Ready ready -> waiting.add(new Letter(taken, ready));
                }
            } catch (IllegalStateException e) { // its seal is broken: the others are sent
                LOG.error("消息 {} 打不开，过后再试", taken.id(), e);
                later(taken, "正文或地址打不开", null);
            }
        }

        private void work() {
            try (var line = peer.open()) {
                for (var next = next(); next != null; next = next()) {
                    var result = line.send(next.ready().parcel());
                    if (result instanceof Peer.Result.Gone) {
                        gone.set(true);
                    }
                    settled.add(new Settled(next.taken(), next.ready().shownAs(), result));
                }
            } finally {
                lines.decrementAndGet();
            }
        }

        private @Nullable Letter next() {
            return gone.get() ? null : waiting.poll();
        }

        /** As they come, until every line is done. */
        private void settle() {
            try {
                for (var next = settled.poll(); next != null || lines.get() > 0; ) {
                    if (next != null) {
                        settle(next.taken(), next.shownAs(), next.result());
                    }
                    next = settled.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the program stops: what is not settled comes back by its lease
            }
        }

        private void settle(Parcels.Taken taken, String shownAs, Peer.Result result) {
            switch (result) {
                case Peer.Result.Accepted() -> {
                    if (parcels.sent(claim, taken.id(), shownAs, now())) {
                        sent++;
                    }
                }
                case Peer.Result.Refused(var why) -> parcels.giveUp(claim, taken.id(), why, shownAs, now());
                case Peer.Result.Failed(var why) -> later(taken, why, shownAs);
                case Peer.Result.Gone(var why) -> later(taken, why, shownAs);
            }
        }

        private void later(Parcels.Taken taken, String why, @Nullable String shownAs) {
            if (taken.attempts() >= policy.number(ATTEMPTS, LocalDate.now(clock))) {
                parcels.giveUp(claim, taken.id(), why, shownAs, now());
            } else {
                parcels.tryLater(claim, taken.id(), why, shownAs, now().plus(pause(taken.attempts())));
            }
        }
    }

    /** Twice as long each time: half a minute, a minute … six hours. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, attempts - 1));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
