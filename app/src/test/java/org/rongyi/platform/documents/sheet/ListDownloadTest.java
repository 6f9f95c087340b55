package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.kernel.Actor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;

@DisplayName("导出 Excel：同时只发几份，别的请过一会儿再来")
class ListDownloadTest {

    private static final int AT_ONCE = 4;
    private static final Heading HEADING = new Heading("名单", List.of("名单"), List.of("姓名"));

    @Test
    @DisplayName("四台慢手机正在收，第五份不等，答 503；一份收完，又可以导出")
    void slowReceiversLeaveTheOthersTheirConnections() throws Exception {
        onlySomeAtOnce("/needs/export.xlsx");
        assertThat(download("/needs/export.xlsx").getContentAsByteArray()).isNotEmpty();
    }

    @Test
    @DisplayName("打印台账也一样")
    void onlySomeArePrintedAtOnce() throws Exception {
        onlySomeAtOnce("/stations/print");
        download("/stations/print");
    }

    @Test
    @DisplayName("不登录的人连着打印：街上的排自己的队，单位照样打印")
    void visitorsKeepNoOfficeWaiting() throws Exception {
        onlySomeAtOnce("/open-books/print", AT_ONCE / 2, new Actor.Visitor(), () -> download("/needs/print"));
    }

    private void onlySomeAtOnce(String path) throws Exception {
        onlySomeAtOnce(path, AT_ONCE, null, () -> {});
    }

    private void onlySomeAtOnce(String path, int many, @Nullable Actor actor, Runnable meanwhile) throws Exception {
        var begun = new CountDownLatch(many);
        var received = new CountDownLatch(1);
        try (var phones = Executors.newFixedThreadPool(many)) {
            List<Future<?>> sending = IntStream.range(0, many)
                    .<Future<?>>mapToObj(phone -> phones.submit(() -> {
                        send(path, actor, row -> {
                            begun.countDown();
                            await(received);
                            row.of(List.of("甲"));
                        });
                    }))
                    .toList();
            await(begun);
            assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> send(path, actor, row -> row.of(List.of("乙"))))
                    .satisfies(busy -> assertThat(busy.getStatusCode().value()).isEqualTo(503));
            meanwhile.run();
            received.countDown();
            for (var one : sending) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static MockHttpServletResponse download(String path) {
        return send(path, null, row -> row.of(List.of("乙")));
    }

    private static MockHttpServletResponse send(String path, @Nullable Actor actor, ListDownload.Rows rows) {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", path);
        request.setAttribute(Actor.class.getName(), actor);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            ListDownload.send(response, HEADING, rows);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
