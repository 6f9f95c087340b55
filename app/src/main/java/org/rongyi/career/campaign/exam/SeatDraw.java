package org.rongyi.career.campaign.exam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.Sm3;

/**
 * 抽座位: tickets and rooms are committed to before the source speaks; each ticket's lot is an SM3 that anybody can reckon with one command. The seats are
 * filled room by room in the order of the lots.
 */
public final class SeatDraw {

    private SeatDraw() {}

    /** 考场 and how many sit in it. */
    public record Room(String name, int seats) {}

    /**
     * @param room from 1
     * @param seat from 1
     */
    public record Seat(int room, int seat) {}

    /** What is committed to, as plain text: the rooms, then the tickets in order. */
    public static String text(String campaign, List<Room> rooms, List<Integer> tickets) {
        return "campaign " + campaign + "\n"
                + rooms.stream()
                        .map(room -> "room " + room.name() + " " + room.seats() + "\n")
                        .collect(Collectors.joining())
                + tickets.stream().sorted().map(ticket -> ticket + "\n").collect(Collectors.joining());
    }

    public static String commitment(String campaign, List<Room> rooms, List<Integer> tickets) {
        return Sm3.hex(text(campaign, rooms, tickets));
    }

    /** SM3 of commitment, line feed and what the source said. */
    public static String seed(String commitment, String value) {
        return Sm3.hex(commitment + "\n" + value);
    }

    /** SM3 of seed, line feed and ticket; the smaller sits first. */
    public static String lot(String seed, int ticket) {
        return Sm3.hex(seed + "\n" + ticket);
    }

    /** Everybody's seat. There must be one for each. */
    public static Map<Integer, Seat> draw(String seed, List<Room> rooms, List<Integer> tickets) {
        var free = new ArrayList<Seat>();
        for (int room = 0; room < rooms.size(); room++) {
            for (int seat = 1; seat <= rooms.get(room).seats(); seat++) {
                free.add(new Seat(room + 1, seat));
            }
        }
        if (free.size() < tickets.size()) {
            throw new IllegalArgumentException("座位不够：" + free.size() + " 个，" + tickets.size() + " 人");
        }
        var drawn = new LinkedHashMap<Integer, Seat>();
        var order = tickets.stream()
                .sorted(Comparator.comparing((Integer ticket) -> lot(seed, ticket))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int at = 0; at < order.size(); at++) {
            drawn.put(order.get(at), free.get(at));
        }
        return drawn;
    }
}
