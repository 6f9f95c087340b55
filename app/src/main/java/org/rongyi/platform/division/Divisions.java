package org.rongyi.platform.division;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/**
 * 区划: every question about divisions, answered from memory. A change made by any process is seen here within a
 * second; all answers of one call come from one state.
 */
@Component
public class Divisions {

    private static final long CHECK_NANOS = Duration.ofSeconds(1).toNanos();

    private final DivisionStore store;
    private final Clock clock;
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile @Nullable Loaded loaded;

    Divisions(DivisionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Loaded(long revision, DivisionTree tree, long checkedNanos) {}

    /** The unit with this code on that day. */
    public Optional<Division> find(DivisionCode code, LocalDate asOf) {
        return tree().find(code, asOf);
    }

    /** The unit with this code today, or as it last was, or as it will first be. */
    public Optional<Division> findEver(DivisionCode code) {
        return tree().nearest(code, today());
    }

    /** As {@link #findEver}, seen from another day. */
    public Optional<Division> nearest(DivisionCode code, LocalDate asOf) {
        return tree().nearest(code, asOf);
    }

    /** The unit the code stands for today, over any number of changes; empty when it ended without successor. */
    public Optional<Division> current(DivisionCode code) {
        return tree().follow(code, today());
    }

    /** All versions the code has had, oldest first. */
    public List<Division> history(DivisionCode code) {
        return tree().history(code);
    }

    /** Who took over from this code, in order of time; those of days to come are among them. */
    public List<Succession> successions(DivisionCode code) {
        return tree().successions(code);
    }

    /** What came of splits without the records: who belongs there is for people to say. */
    public List<Succession> splits() {
        return tree().splits();
    }

    /** Whom this code took over from, in order of time. */
    public List<Succession> predecessors(DivisionCode code) {
        return tree().predecessors(code);
    }

    /** Where every path begins: one province, today. */
    public List<Division> provinces() {
        return tree().provinces(today());
    }

    /** Units directly below, by code. */
    public List<Division> children(DivisionCode code, LocalDate asOf) {
        return tree().children(code, asOf);
    }

    /** The unit's name as somebody at {@code reader} says it: only what lies below his own unit. */
    public String nameBelow(DivisionCode reader, DivisionCode code) {
        var known = current(code).map(Division::code).orElse(code);
        var below = path(known, today()).stream()
                .filter(unit -> reader.contains(unit.code()) && !unit.code().equals(reader))
                .map(Division::name)
                .collect(Collectors.joining());
        return below.isEmpty() ? findEver(known).map(Division::name).orElseGet(code::toString) : below;
    }

    /** From the province down to the unit itself; empty when the code is not known. 东莞 and 中山 have no county in it. */
    public List<Division> path(DivisionCode code, LocalDate asOf) {
        var tree = tree();
        return tree.nearest(code, asOf).map(unit -> tree.path(unit, asOf)).orElse(List.of());
    }

    /** 广东省广州市越秀区…, as the unit is called today or was last. */
    public String fullName(DivisionCode code) {
        return path(code, today()).stream().map(Division::name).collect(Collectors.joining());
    }

    /** The level of the units directly below: a city's are counties, those of 东莞 and 中山 towns. */
    public Level childLevel(DivisionCode code) {
        return tree().childLevel(code);
    }

    /** Where "the county" decides: the county, or the city for 东莞 and 中山, whose county digits are zeros. */
    public static DivisionCode lowestBureauAboveTown(DivisionCode code) {
        return code.at(Level.COUNTY);
    }

    /** 不设县的市: towns stand directly below it today (东莞、中山), so its own bureau is the lowest above the town. */
    public boolean isCountyless(DivisionCode city) {
        var below = children(city, today());
        return city.level() == Level.CITY
                && !below.isEmpty()
                && below.stream().noneMatch(one -> one.level() == Level.COUNTY);
    }

    /**
     * Finds units of today by name, pinyin initials or code, old names and old codes too; best first.
     *
     * @param level only this level; null for all
     */
    public List<DivisionHit> search(String text, @Nullable Level level, int limit) {
        return tree().search(new DivisionQuery(text, level, limit), today());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The state to ask several questions of. */
    public DivisionTree tree() {
        var now = loaded;
        if (now != null && System.nanoTime() - now.checkedNanos() < CHECK_NANOS) {
            return now.tree();
        }
        return reload(now);
    }

    /** The state as the caller's own transaction sees it, for the one who is about to change it. */
    public DivisionTree readWithin() {
        return store.read();
    }

    /** The next question looks at the database: for the one who has just changed it. */
    public void forget() {
        var now = loaded;
        if (now != null) {
            loaded = new Loaded(now.revision(), now.tree(), System.nanoTime() - CHECK_NANOS);
        }
    }

    /** One thread looks; the others go on with what they have, if they have anything. */
    private DivisionTree reload(@Nullable Loaded stale) {
        if (stale != null && !reloading.tryLock()) {
            return stale.tree();
        }
        if (stale == null) {
            reloading.lock();
        }
        try {
            var now = fresh(loaded);
            loaded = now;
            return now.tree();
        } finally {
            reloading.unlock();
        }
    }

    private Loaded fresh(@Nullable Loaded old) {
        var known = old == null ? -1 : old.revision();
        return store.readIfNewer(known)
                .map(read -> new Loaded(read.revision(), read.tree(), System.nanoTime()))
                .orElseGet(() ->
                        new Loaded(known, Optional.ofNullable(old).orElseThrow().tree(), System.nanoTime()));
    }
}
