package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("抽座位：一人一座，谁都能重抽；名单、考场、来源差一点就是另一个抽法")
class SeatDrawTest {

    private static final List<SeatDraw.Room> ROOMS =
            List.of(new SeatDraw.Room("第一考场", 30), new SeatDraw.Room("第二考场", 25));

    @Test
    @DisplayName("55 人 55 座，一人一座；次序变了结果不变")
    void everybodyHasASeatOfHisOwn() {
        var tickets = new java.util.ArrayList<>(
                IntStream.range(0, 55).mapToObj(i -> 10_000_000 + 7919 * i).toList());
        var seed = SeatDraw.seed(SeatDraw.commitment("AZ1", ROOMS, tickets), "03 08 11");
        var drawn = SeatDraw.draw(seed, ROOMS, tickets);
        assertThat(drawn.values()).hasSize(55).doesNotHaveDuplicates();
        assertThat(drawn.values().stream().filter(seat -> seat.room() == 2)).hasSize(25);
        Collections.shuffle(tickets, new Random(1));
        assertThat(SeatDraw.draw(seed, ROOMS, tickets)).isEqualTo(drawn);
        assertThat(SeatDraw.commitment("AZ1", ROOMS, tickets))
                .as("承诺与先后无关")
                .isEqualTo(SeatDraw.commitment(
                        "AZ1", ROOMS, tickets.stream().sorted().toList()));
        var other = SeatDraw.seed(SeatDraw.commitment("AZ1", ROOMS, tickets), "03 08 12");
        assertThat(SeatDraw.draw(other, ROOMS, tickets)).isNotEqualTo(drawn);
    }

    @Test
    @DisplayName("座位不够的抽不了")
    void thereMustBeSeats() {
        var few = List.of(new SeatDraw.Room("第一考场", 1));
        assertThatThrownBy(() -> SeatDraw.draw("0", few, List.of(10_000_000, 10_000_001)))
                .hasMessageContaining("座位不够");
    }
}
