package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;

@DisplayName("导出 Excel：同时只发几份，别的请过一会儿再来")
class ListDownloadTest {

    private static final int AT_ONCE = 4;
    private static final Heading HEADING = new Heading("名单", List.of("名单"), List.of("姓名"));

    @Test
    @DisplayName("四台慢手机正在收，第五份不等，答 503；一份收完，又可以导出")
    void slowReceiversLeaveTheOthersTheirConnections() throws Exception {
        var begun = new CountDownLatch(AT_ONCE);
        var received = new CountDownLatch(1);
        try (var phones = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> sending = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(phone -> phones.submit(() -> {
                        ListDownload.send(new MockHttpServletResponse(), HEADING, row -> {
                            begun.countDown();
                            await(received);
                            row.of(List.of("甲"));
                        });
                    }))
                    .toList();
            await(begun);
            assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(this::download)
                    .satisfies(busy -> assertThat(busy.getStatusCode().value()).isEqualTo(503));
            received.countDown();
            for (var one : sending) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(download().getContentAsByteArray()).isNotEmpty();
    }

    private MockHttpServletResponse download() {
        var response = new MockHttpServletResponse();
        ListDownload.send(response, HEADING, row -> row.of(List.of("乙")));
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
