package org.rongyi.care.fund.ledger;

import static org.rongyi.care.fund.ledger.AccountKind.AID_COST;
import static org.rongyi.care.fund.ledger.AccountKind.APPROPRIATION;
import static org.rongyi.care.fund.ledger.AccountKind.AVAILABLE;
import static org.rongyi.care.fund.ledger.AccountKind.BANK;
import static org.rongyi.care.fund.ledger.AccountKind.COMMITTED;
import static org.rongyi.care.fund.ledger.AccountKind.GIFT_INCOME;
import static org.rongyi.care.fund.ledger.AccountKind.GOODS;
import static org.rongyi.care.fund.ledger.AccountKind.INVESTMENT;
import static org.rongyi.care.fund.ledger.AccountKind.IN_PAYMENT;
import static org.rongyi.care.fund.ledger.AccountKind.MANAGEMENT_COST;
import static org.rongyi.care.fund.ledger.AccountKind.NET_ASSETS;
import static org.rongyi.care.fund.ledger.AccountKind.OWED;
import static org.rongyi.care.fund.ledger.AccountKind.PRINCIPAL;
import static org.rongyi.care.fund.ledger.AccountKind.RECEIVABLE;
import static org.rongyi.care.fund.ledger.AccountKind.RECEIVED;
import static org.rongyi.care.fund.ledger.AccountKind.RETURN_INCOME;
import static org.rongyi.care.fund.ledger.AccountKind.SPENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The books once more, in memory and by plain arithmetic: what each account and each source holds, in 分, debits above zero. It thinks of
 * the next entry, right or wrong, and says how the books must answer it.
 */
final class LedgerModel {

    private static final int LOTS = 24;
    private static final int REMEMBERED = 400;

    /** The columns of a source, as the layer of use has them. */
    private static final List<AccountKind> USES = List.of(RECEIVED, AVAILABLE, COMMITTED, IN_PAYMENT, SPENT);

    /** How an entry is answered. */
    enum Answer {
        POSTED,
        REPEATED,
        /** An account would fall below nothing. */
        SHORT,
        /** By an error of the database: not balanced, another fund's source, a source below nothing or not whole. */
        REFUSED
    }

    record Line(AccountKind kind, @Nullable UUID lot, long fen) {}

    record Entry(UUID id, UUID fund, EntryKind kind, String key, List<Line> lines, Answer answer) {

        String json() {
            return lines.stream()
                    .map(line -> "[\"" + line.kind() + "\"," + (line.lot() == null ? "null" : "\"" + line.lot() + "\"")
                            + "," + line.fen() + "]")
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** What kind of entry moves what: in the layer of money, and in that of use. */
    private record Move(
            EntryKind kind,
            @Nullable AccountKind debit,
            @Nullable AccountKind credit,
            @Nullable AccountKind from,
            @Nullable AccountKind to) {}

    private static final List<Move> MOVES = List.of(
            new Move(EntryKind.APPROPRIATION, BANK, APPROPRIATION, RECEIVED, AVAILABLE),
            new Move(EntryKind.GIFT, BANK, GIFT_INCOME, RECEIVED, AVAILABLE),
            new Move(EntryKind.GIFT, GOODS, GIFT_INCOME, RECEIVED, AVAILABLE),
            new Move(EntryKind.RETURN, BANK, RETURN_INCOME, RECEIVED, AVAILABLE),
            new Move(EntryKind.PRINCIPAL, INVESTMENT, PRINCIPAL, null, null),
            new Move(EntryKind.COMMIT, null, null, AVAILABLE, COMMITTED),
            new Move(EntryKind.COMMIT, null, null, AVAILABLE, COMMITTED),
            new Move(EntryKind.UNCOMMIT, null, null, COMMITTED, AVAILABLE),
            new Move(EntryKind.RELEASE, AID_COST, OWED, COMMITTED, IN_PAYMENT),
            new Move(EntryKind.RELEASE, AID_COST, OWED, COMMITTED, IN_PAYMENT),
            new Move(EntryKind.PAID, OWED, BANK, IN_PAYMENT, SPENT),
            new Move(EntryKind.PAID, OWED, BANK, IN_PAYMENT, SPENT),
            new Move(EntryKind.BOUNCED, OWED, AID_COST, IN_PAYMENT, COMMITTED),
            new Move(EntryKind.HANDED_OUT, AID_COST, BANK, COMMITTED, SPENT),
            new Move(EntryKind.HANDED_OUT, AID_COST, GOODS, COMMITTED, SPENT),
            new Move(EntryKind.TAKEN_BACK, BANK, AID_COST, SPENT, COMMITTED),
            new Move(EntryKind.TAKEN_BACK, BANK, NET_ASSETS, SPENT, COMMITTED),
            new Move(EntryKind.OVERPAID, RECEIVABLE, BANK, null, null),
            new Move(EntryKind.OVERPAID_BACK, BANK, RECEIVABLE, null, null),
            new Move(EntryKind.RECOVERY_DUE, RECEIVABLE, AID_COST, null, null),
            new Move(EntryKind.RECOVERED, BANK, RECEIVABLE, SPENT, AVAILABLE),
            new Move(EntryKind.WRITTEN_OFF, AID_COST, RECEIVABLE, null, null),
            new Move(EntryKind.MANAGEMENT, MANAGEMENT_COST, BANK, AVAILABLE, SPENT),
            new Move(EntryKind.HANDED_OVER, NET_ASSETS, BANK, AVAILABLE, SPENT),
            new Move(EntryKind.TAKEN_OVER, BANK, NET_ASSETS, RECEIVED, AVAILABLE));

    private final Random random;
    private final List<UUID> funds = new ArrayList<>();
    private final Map<UUID, List<UUID>> lots = new HashMap<>();
    private final Map<String, Long> accounts = new HashMap<>();
    private final Map<UUID, long[]> standings = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Entry> posted = new ArrayList<>();

    LedgerModel(Random random, int funds) {
        this.random = random;
        for (int fund = 0; fund < funds; fund++) {
            var id = id();
            this.funds.add(id);
            for (var kind : AccountKind.values()) {
                accounts.put(id + " " + kind, 0L);
            }
            for (int lot = 0; lot < LOTS; lot++) {
                var one = id();
                lots.computeIfAbsent(id, ignored -> new ArrayList<>()).add(one);
                standings.put(one, new long[USES.size()]);
            }
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    List<UUID> funds() {
        return funds;
    }

    List<UUID> lots(UUID fund) {
        return lots.getOrDefault(fund, List.of());
    }

    Map<String, Long> accounts() {
        return accounts;
    }

    Map<UUID, List<Long>> standings() {
        return standings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> java.util.Arrays.stream(one.getValue()).boxed().toList()));
    }

    Entry next() {
        var fund = funds.get(random.nextInt(funds.size()));
        int dice = random.nextInt(100);
        if (dice < 6 && !posted.isEmpty()) {
            return reversal();
        }
        if (dice < 10) {
            return judged(fund, EntryKind.REPURPOSED, "move:" + id(), repurposed(fund));
        }
        if (dice < 12) {
            var carried = carried(fund);
            if (!carried.isEmpty()) {
                return judged(fund, EntryKind.YEAR_END, "move:" + id(), carried);
            }
        }
        var move = MOVES.get(random.nextInt(MOVES.size()));
        var lines = lines(fund, move);
        if (dice < 15) {
            lines = spoiled(fund, lines);
        }
        var key = dice < 17 && !posted.isEmpty()
                ? posted.get(random.nextInt(posted.size())).key()
                : "move:" + id();
        return judged(fund, move.kind(), key, lines);
    }

    /** 红字冲回, of what was entered not long ago; the second time it is a repetition. */
    private Entry reversal() {
        var one = posted.get(random.nextInt(posted.size()));
        var lines = one.lines().stream()
                .map(line -> new Line(line.kind(), line.lot(), -line.fen()))
                .toList();
        return judged(one.fund(), EntryKind.REVERSAL, "reverse:" + one.id(), lines);
    }

    private List<Line> repurposed(UUID fund) {
        var two = some(fund, 2);
        long fen = amount(two.getFirst(), AVAILABLE);
        return List.of(
                new Line(RECEIVED, two.getFirst(), -fen),
                new Line(AVAILABLE, two.getFirst(), fen),
                new Line(RECEIVED, two.getLast(), fen),
                new Line(AVAILABLE, two.getLast(), -fen));
    }

    /** 年终结转: what the year brought and cost, all of it or what is said of it, into 净资产; now and then a fen too much. */
    private List<Line> carried(UUID fund) {
        var lines = new ArrayList<Line>();
        long sum = 0;
        for (var kind : List.of(GIFT_INCOME, RETURN_INCOME, APPROPRIATION, AID_COST, MANAGEMENT_COST)) {
            long there = accounts.getOrDefault(fund + " " + kind, 0L);
            if (there != 0) {
                long fen = Long.signum(there)
                        * switch (random.nextInt(12)) {
                            case 0 -> Math.abs(there) + 1;
                            case 1, 2 -> Math.abs(there);
                            default -> 1 + random.nextLong(Math.abs(there));
                        };
                lines.add(new Line(kind, null, -fen));
                sum += fen;
            }
        }
        if (sum != 0) {
            lines.add(new Line(NET_ASSETS, null, sum));
        }
        return lines;
    }

    /** What somebody in a crowd tries now: nobody knows the answer beforehand, it depends on who comes first. */
    synchronized Entry tried(@Nullable String key) {
        var fund = funds.getFirst();
        if (key == null && random.nextInt(20) == 0) {
            return new Entry(id(), fund, EntryKind.REPURPOSED, "move:" + id(), repurposed(fund), Answer.POSTED);
        }
        var move = MOVES.get(random.nextInt(MOVES.size()));
        return new Entry(id(), fund, move.kind(), key == null ? "move:" + id() : key, lines(fund, move), Answer.POSTED);
    }

    /** It was entered, says the database: whoever came first, the sums are the same. */
    synchronized void entered(Entry entry) {
        keep(entry);
    }

    private List<UUID> some(UUID fund, int many) {
        var all = new ArrayList<>(lots(fund));
        Collections.shuffle(all, random);
        return all.subList(0, many);
    }

    /** Mostly what is there or less, now and then a fen too much. */
    private long amount(UUID lot, AccountKind from) {
        long there = from == RECEIVED ? 0 : standing(lot)[USES.indexOf(from)];
        return switch (random.nextInt(12)) {
            case 0 -> there + 1;
            case 1 -> Math.max(1, there);
            default -> there > 0 ? 1 + random.nextLong(there) : 1 + random.nextLong(1_000_000);
        };
    }

    private long[] standing(UUID lot) {
        return java.util.Objects.requireNonNull(standings.get(lot));
    }

    private List<Line> lines(UUID fund, Move move) {
        var lines = new ArrayList<Line>();
        long sum = 0;
        if (move.from() != null && move.to() != null) {
            for (var lot : usable(fund, move.from())) {
                long fen = move.from() == RECEIVED ? 1 + random.nextLong(10_000_000) : amount(lot, move.from());
                lines.add(new Line(move.from(), lot, fen));
                lines.add(new Line(move.to(), lot, -fen));
                sum += fen;
            }
        } else {
            // what comes from outside has no end, and would grow with itself
            long there =
                    move.credit() == PRINCIPAL ? 0 : Math.abs(accounts.getOrDefault(fund + " " + move.credit(), 0L));
            sum = 1 + (there > 0 && random.nextInt(10) > 0 ? random.nextLong(there) : random.nextLong(1_000_000));
        }
        if (move.debit() != null && move.credit() != null) {
            lines.add(new Line(move.debit(), null, sum));
            lines.add(new Line(move.credit(), null, -sum));
        }
        return lines;
    }

    /** Mostly sources that have something of it. */
    private List<UUID> usable(UUID fund, AccountKind from) {
        int column = USES.indexOf(from);
        var having = some(fund, LOTS).stream()
                .filter(lot -> from == RECEIVED || standing(lot)[column] > 0 || random.nextInt(60) == 0)
                .limit(1 + random.nextInt(3))
                .toList();
        return having.isEmpty() ? some(fund, 1) : having;
    }

    private List<Line> spoiled(UUID fund, List<Line> lines) {
        var wrong = new ArrayList<>(lines);
        int which = random.nextInt(wrong.size());
        var line = wrong.get(which);
        switch (random.nextInt(4)) {
            case 0 -> wrong.set(which, new Line(line.kind(), line.lot(), line.fen() + 1));
            case 1 ->
                wrong.set(
                        which,
                        new Line(line.kind(), line.lot() == null ? lots(fund).getFirst() : null, line.fen()));
            case 2 -> {
                var other = funds.get((funds.indexOf(fund) + 1) % funds.size());
                wrong.replaceAll(one -> one.lot() == null
                        ? one
                        : new Line(one.kind(), lots(other).getFirst(), one.fen()));
            }
            default ->
                wrong.set(
                        which,
                        new Line(
                                line.kind(),
                                line.lot() == null ? null : some(fund, 1).getFirst(),
                                line.fen()));
        }
        return wrong;
    }

    private Entry judged(UUID fund, EntryKind kind, String key, List<Line> lines) {
        var entry = new Entry(id(), fund, kind, key, lines, answer(fund, key, lines));
        if (entry.answer() == Answer.POSTED) {
            keep(entry);
        }
        return entry;
    }

    private Answer answer(UUID fund, String key, List<Line> lines) {
        boolean mixed = lines.stream().anyMatch(line -> USES.contains(line.kind()) == (line.lot() == null));
        long money = lines.stream()
                .filter(line -> !USES.contains(line.kind()))
                .mapToLong(Line::fen)
                .sum();
        long use = lines.stream()
                .filter(line -> USES.contains(line.kind()))
                .mapToLong(Line::fen)
                .sum();
        if (mixed || money != 0 || use != 0) {
            return Answer.REFUSED;
        }
        if (keys.contains(key)) {
            return Answer.REPEATED;
        }
        var after = new HashMap<AccountKind, Long>();
        lines.forEach(line -> after.merge(line.kind(), line.fen(), Long::sum));
        after.replaceAll((kind, change) -> accounts.getOrDefault(fund + " " + kind, 0L) + change);
        if (after.entrySet().stream()
                .anyMatch(one -> one.getValue() * one.getKey().sign() < 0)) {
            return Answer.SHORT;
        }
        boolean foreign = lines.stream()
                .anyMatch(line -> line.lot() != null && !lots(fund).contains(line.lot()));
        return foreign || spoils(lines) ? Answer.REFUSED : Answer.POSTED;
    }

    /** Whether a source would be below nothing, or not be all of what it received. */
    private boolean spoils(List<Line> lines) {
        for (var standing : after(lines).values()) {
            long rest = standing[0];
            for (int column = 0; column < standing.length; column++) {
                if (standing[column] < 0) {
                    return true;
                }
                rest -= column == 0 ? 0 : standing[column];
            }
            if (rest != 0) {
                return true;
            }
        }
        return false;
    }

    private Map<UUID, long[]> after(List<Line> lines) {
        var after = new HashMap<UUID, long[]>();
        for (var line : lines) {
            if (line.lot() != null) {
                var standing =
                        after.computeIfAbsent(line.lot(), lot -> standing(lot).clone());
                standing[USES.indexOf(line.kind())] += line.fen() * line.kind().sign();
            }
        }
        return after;
    }

    private void keep(Entry entry) {
        keys.add(entry.key());
        standings.putAll(after(entry.lines()));
        entry.lines().forEach(line -> accounts.merge(entry.fund() + " " + line.kind(), line.fen(), Long::sum));
        if (posted.size() < REMEMBERED) {
            posted.add(entry);
        } else {
            posted.set(random.nextInt(REMEMBERED), entry);
        }
    }
}
