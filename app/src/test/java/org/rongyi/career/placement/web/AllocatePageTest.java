package org.rongyi.career.placement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.placement.allocation.Allocation;
import org.rongyi.career.placement.allocation.Mechanism;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("分配试算：谁都可以拿自己的数据算一遍，不登录、不要脚本、什么也不留")
class AllocatePageTest {

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("每种办法的例子都算得出；结果文件与命令行的一个字节也不差")
    void everyExampleIsAnswered() {
        var browser = new Browser(port);
        for (var mechanism : Mechanism.values()) {
            var example = Example.text(mechanism.code());
            assertThat(browser.get("/allocate?example=" + mechanism.code()).body())
                    .contains(mechanism.code());
            var page = browser.post("/allocate", Map.of("problem", example));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("下载结果文件", mechanism.zh(), "档案馆").contains("<th scope=\"row\">甲</th>");
            var file = browser.post("/allocate", Map.of("problem", example, "as", "file"));
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"allocation.json\"");
            assertThat(file.body().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(Allocation.of(example.getBytes(StandardCharsets.UTF_8))
                            .file());
        }
    }

    @Test
    @DisplayName("选文件也一样；写错了指到哪一处，贴的内容还在；空的、太大的说明白")
    void whatIsWrongIsSaid() {
        var browser = new Browser(port);
        var example = Example.text("assignment").getBytes(StandardCharsets.UTF_8);
        assertThat(browser.upload("/allocate", Map.of(), "file", "a.json", example)
                        .body())
                .contains("下载结果文件");
        var wrong = browser.post("/allocate", Map.of("problem", "{\"mechanism\":\"抽签\"}"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("mechanism：没有这种办法", "抽签");
        assertThat(browser.post("/allocate", Map.of("problem", " ")).body()).contains("请选一个文件");
        assertThat(browser.upload("/allocate", Map.of(), "file", "a.json", new byte[AllocatePage.LARGEST + 1])
                        .body())
                .contains("超过 1 MB");
    }
}
