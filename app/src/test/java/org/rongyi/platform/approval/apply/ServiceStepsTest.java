package org.rongyi.platform.approval.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.approval.route.Step;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("办理路线和各步骤要填的：对得上")
class ServiceStepsTest {

    @Autowired
    private List<AppliedService<?>> services;

    @Test
    @DisplayName("服务说了要填什么的每一步，路线里都有这一步；路线改了步骤编号，填的不会悄悄没有")
    void everyStepThatAsksIsOfTheRoute() {
        var book = RouteBook.shipped();
        int named = 0;
        for (var service : services) {
            var there = book.get(service.id()).routes().stream()
                    .flatMap(route -> route.steps().stream())
                    .map(Step::id)
                    .collect(Collectors.toSet());
            assertThat(there).as(service.id()).containsAll(service.steps().keySet());
            named += service.steps().size();
        }
        assertThat(named).as("步骤另有要填的").isPositive();
    }
}
