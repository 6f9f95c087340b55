package org.rongyi.platform.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
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
        while (more && System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            var claim = Ids.next();
            var now = now();
            var taken = parcels.take(claim, channel, quiet.lastRank(now), BATCH, now, now.plus(LEASE));
            var batch = new Batch(claim, peer, new ConcurrentLinkedQueue<>(taken));
            sent += batch.send();
            more = taken.size() == BATCH && !batch.gone.get();
        }
        return sent;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** What is sent at once, over a few lines to one peer. */
    private final class Batch {

        private final UUID claim;
        private final Peer peer;
        private final Queue<Parcels.Taken> waiting;
        private final AtomicBoolean gone = new AtomicBoolean();
        private final AtomicInteger sent = new AtomicInteger();

        Batch(UUID claim, Peer peer, Queue<Parcels.Taken> waiting) {
            this.claim = claim;
            this.peer = peer;
            this.waiting = waiting;
        }

        int send() {
            int lines = Math.min(LINES, waiting.size());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < lines; i++) {
                    threads.execute(this::work);
                }
            }
            waiting.forEach(left -> parcels.putBack(claim, left.id(), now()));
            return sent.get();
        }

        private void work() {
            try (var line = peer.open()) {
                for (var next = next(); next != null; next = next()) {
                    deliver(line, next);
                }
            }
        }

        private Parcels.@Nullable Taken next() {
            return gone.get() ? null : waiting.poll();
        }

        /** Whatever is wrong with one message, the others are sent. */
        private void deliver(Peer.Line line, Parcels.Taken taken) {
            try {
                attempt(line, taken);
            } catch (RuntimeException e) {
                LOG.error("消息 {} 没有发成，过后再试", taken.id(), e);
                later(taken, "程序出错：" + e.getClass().getSimpleName(), null);
            }
        }

        private void attempt(Peer.Line line, Parcels.Taken taken) {
            switch (wrapping.wrap(taken, now())) {
                case Wrapping.Needless(var why) -> parcels.drop(claim, taken.id(), why, now());
                case Wrapping.Ready(var parcel, var shownAs) -> settle(taken, shownAs, line.send(parcel));
            }
        }

        private void settle(Parcels.Taken taken, String shownAs, Peer.Result result) {
            switch (result) {
                case Peer.Result.Accepted() -> {
                    if (parcels.sent(claim, taken.id(), shownAs, now())) {
                        sent.incrementAndGet();
                    }
                }
                case Peer.Result.Refused(var why) -> parcels.giveUp(claim, taken.id(), why, shownAs, now());
                case Peer.Result.Failed(var why) -> later(taken, why, shownAs);
                case Peer.Result.Gone(var why) -> {
                    gone.set(true);
                    later(taken, why, shownAs);
                }
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
