package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@DisplayName("谁能进哪个入口，列成一张人看过的表")
class RouteMatrixTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    @DisplayName("routes.txt 与代码一致（不一致时测试重写它：看过改动的每一行，再跑一次即通过）")
    void theListIsTrue() throws IOException {
        var matrix = asItIs();
        var before = Files.exists(RouteMatrix.FILE) ? Files.readString(RouteMatrix.FILE) : "";
        var text = matrix.text();
        Files.createDirectories(RouteMatrix.FILE.getParent());
        Files.writeString(RouteMatrix.FILE, text);
        assertThat(before).isEqualTo(text);
    }

    @Test
    @DisplayName("同一件事，本人有本人的门，窗口有窗口的门：哪一扇也不放另一边的人进来")
    void hisDoorIsNotTheCounters() {
        var doors = asItIs().doors();
        assertThat(doors.entrySet())
                .filteredOn(door -> door.getKey().matches("\\w+ /me(/.*)?"))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        door -> assertThat(door.getValue()).as(door.getKey()).containsExactly("self"));
        assertThat(doors.entrySet())
                .filteredOn(door -> door.getKey().matches("\\w+ /(persons|campaigns)/.*"))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        door -> assertThat(door.getValue()).as(door.getKey()).doesNotContain("self", "kin"));
    }

    private RouteMatrix asItIs() {
        var matrix = new RouteMatrix();
        mapping.getHandlerMethods().forEach((info, door) -> {
            var allow = door.getMethodAnnotation(Allow.class);
            if (allow == null || !door.getBeanType().getName().startsWith("org.rongyi.")) {
                return;
            }
            for (var path : info.getPatternValues()) {
                for (var verb : info.getMethodsCondition().getMethods()) {
                    matrix.add(
                            verb.name(),
                            path,
                            actor -> Permission.permits(allow, door.getBean(), door.getMethod(), actor));
                }
            }
        });
        return matrix;
    }
}
