package org.rongyi.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rongyi.verifier.Json.Obj;

/** A round of a campaign in which costs decide: who has no post yet to the seats that are left, by {@link Prices}. */
final class CostRound {

    /** By post. */
    final int[] filled;

    private final Campaign in;
    private final int number;
    private final int[] who;
    private final int[] left;
    private final int nobody;
    private final long unplaced;
    private final int[] own;
    private final int[][] option;
    private final long[][] cost;
    private final long[] price;

    CostRound(Campaign in, int number, int[] who, int[] left, Seats claims, Object found) {
        this.in = in;
        this.number = number;
        this.who = who;
        this.left = left;
        nobody = in.posts.size();
        unplaced = 2L * who.length * in.costs.largest + 1;
        filled = new int[nobody];
        own = new int[who.length];
        option = new int[who.length][];
        cost = new long[who.length][];
        for (int k = 0; k < who.length; k++) {
            options(k);
            int i = who[k];
            own[k] = claims.round[i] == number ? claims.post[i] : nobody;
            if (own[k] < nobody) {
                boolean isAllowed = Arrays.binarySearch(option[k], own[k]) >= 0 && !claims.kept[i];
                if (!isAllowed || ++filled[own[k]] > left[2 * own[k]]) {
                    throw new Rejected(place(k), "不能到这个岗位，或已经满了 · may not be placed there, or it is full");
                }
            }
        }
        price = prices(found);
    }

    private void options(int k) {
        int[] all = in.costs.option[who[k]];
        int count = 0;
        option[k] = new int[all.length];
        cost[k] = new long[all.length];
        for (int at = 0; at < all.length; at++) {
            if (left[2 * all[at]] > 0 && !in.posts.get(all[at]).refused().containsKey(who[k])) {
                option[k][count] = all[at];
                cost[k][count++] = in.costs.cost[who[k]][at];
            }
        }
        option[k] = Arrays.copyOf(option[k], count);
        cost[k] = Arrays.copyOf(cost[k], count);
    }

    private String place(int k) {
        return "steps[" + who[k] + "].post";
    }

    private String line(int p) {
        return "rounds[" + (number - 1) + "].lines[" + p + "].price";
    }

    private long[] prices(Object found) {
        var prices = new long[nobody + 1];
        var lines = found instanceof Obj round && round.get("lines") instanceof List<?> list ? list : List.of();
        for (int p = 0; p < nobody; p++) {
            if (p >= lines.size()
                    || !(lines.get(p) instanceof Obj line)
                    || !(line.get("price") instanceof BigDecimal amount)
                    || amount.signum() < 0
                    || amount.compareTo(in.costs.amount(unplaced).multiply(BigDecimal.TWO)) > 0) {
                throw new Rejected(line(p), "应为不小于 0 的数 · must be a number of 0 or more");
            }
            try {
                prices[p] = in.costs.units(amount);
            } catch (ArithmeticException e) {
                throw new Rejected(line(p), "比代价的位数还多 · finer than any cost");
            }
            if (filled[p] < left[2 * p] && prices[p] != 0) {
                throw new Rejected(line(p), "还有空位，价应为 0 · a seat is free, so the price is 0");
            }
        }
        return prices;
    }

    void check() {
        var isFree = new boolean[nobody + 1];
        isFree[nobody] = true;
        for (int p = 0; p < nobody; p++) {
            isFree[p] = filled[p] < left[2 * p];
        }
        new Prices(
                        option,
                        cost,
                        own,
                        isFree,
                        price,
                        unplaced,
                        p -> in.posts.get(p).id(),
                        this::place,
                        this::line)
                .check();
    }

    /** Writes what must be told of who took part with this number. */
    void tell(Out out, int k) {
        out.as("{\"round\":").whole(number).as(",\"options\":[");
        for (int at = 0; at < option[k].length; at++) {
            int p = option[k][at];
            out.as(at == 0 ? "{\"post\":" : ",{\"post\":").write(in.posts.get(p).id());
            in.costs.write(out.as(",\"cost\":"), cost[k][at]);
            in.costs.write(out.as(",\"price\":"), price[p]);
            out.as("}");
        }
        in.costs.write(out.as("],\"unplaced\":"), unplaced);
        out.as("}");
    }

    Obj form() {
        var lines = new ArrayList<Object>();
        for (int p = 0; p < nobody; p++) {
            lines.add(Obj.of(
                    "post",
                    in.posts.get(p).id(),
                    "seats",
                    Fields.decimal(left[2 * p]),
                    "filled",
                    Fields.decimal(filled[p]),
                    "price",
                    in.costs.amount(price[p])));
        }
        long total = 0;
        for (int k = 0; k < who.length; k++) {
            total += own[k] == nobody ? 0 : cost[k][Arrays.binarySearch(option[k], own[k])];
        }
        return Obj.of(
                "round",
                Fields.decimal(number),
                "way",
                "directive",
                "candidates",
                Fields.decimal(who.length),
                "placed",
                Fields.decimal(Arrays.stream(filled).sum()),
                "cost",
                in.costs.amount(total),
                "unplaced",
                in.costs.amount(unplaced),
                "lines",
                lines);
    }
}
