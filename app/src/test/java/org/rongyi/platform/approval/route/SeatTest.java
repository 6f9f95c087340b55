package org.rongyi.platform.approval.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("席位")
class SeatTest {

    /** Whatever order a process keeps a set in, one of these is not it. */
    @ParameterizedTest
    @DisplayName("随办件留存的席位，岗位总按一个次序写，哪个程序写的都一样")
    @CsvSource({"CLERK, OFFICER, LEADER", "LEADER, OFFICER, CLERK", "OFFICER, LEADER, CLERK"})
    void rolesAreWrittenInOneOrder(Role one, Role two, Role three) {
        var seat = new Seat(Level.TOWN, Seat.Body.STATION, new LinkedHashSet<>(List.of(one, two, three)));
        assertThat(JsonMapper.builder().build().writeValueAsString(seat))
                .contains("[\"CLERK\",\"OFFICER\",\"LEADER\"]");
        assertThat(seat.inWords()).isEqualTo("镇街服务中心（站）的站务员、业务干部、负责人");
    }
}
