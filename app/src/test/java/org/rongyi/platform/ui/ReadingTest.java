package org.rongyi.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.StoppedWords;
import org.rongyi.platform.removal.web.RemovalFormPage;
import org.rongyi.platform.stopped.AskForRelease;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

@DisplayName("请上级复核：只给在岗的人看到，退役军人、家属、访客点了也没有用的不摆出来")
class ReadingTest {

    private static final String BUTTON = "name=\"_ask\"";

    private final Pages pages =
            new Pages(new DefaultListableBeanFactory().getBeanProvider(FrameSource.class), Clock.systemUTC());

    @Test
    @DisplayName("同一张被拦下的表：站务员看到按钮，退役军人本人和访客看到错误，没有按钮")
    void onlyWhoMayAskIsOfferedTo() {
        var himself = SampleFrames.visitor()
                .signedIn(
                        new Frame.User("陈志强", null, null),
                        SampleFrames.visitor().posts());
        assertThat(html(SampleFrames.clerk())).contains("像是部队代号", BUTTON);
        assertThat(html(himself)).contains("像是部队代号").doesNotContain(BUTTON);
        assertThat(html(SampleFrames.visitor())).contains("像是部队代号").doesNotContain(BUTTON);
    }

    @Test
    @DisplayName("亲属代办的人不在岗：没有按钮，看到问哪个站")
    void whoActsForHisFamilyIsAtNoPost() {
        var kin = SampleFrames.visitor()
                .signedIn(
                        new Frame.User("林妻子（代陈志强）", "亲属代办", null),
                        SampleFrames.visitor().posts());
        assertThat(html(kin, Optional.of("黄田村服务站（电话 0758-3601234）")))
                .contains("请问黄田村服务站")
                .doesNotContain(BUTTON);
    }

    @Test
    @DisplayName("退役军人本人看到问哪个站、打哪个电话；在岗的人有按钮，不用问")
    void whoIsAtNoPostIsToldWhomToAsk() {
        var himself = SampleFrames.visitor()
                .signedIn(
                        new Frame.User("陈志强", null, null),
                        SampleFrames.visitor().posts());
        assertThat(html(himself, Optional.of("黄田村服务站（电话 0758-3601234）")))
                .contains("请问黄田村服务站（电话 0758-3601234）：站里帮您换个写法");
        assertThat(html(SampleFrames.clerk(), Optional.of("黄田村服务站"))).doesNotContain("黄田村服务站");
        assertThat(html(SampleFrames.visitor())).doesNotContain("请问");
    }

    @Test
    @DisplayName("在岗的人都能请：哪种岗位、哪一级都行，所以只看在不在岗")
    void everyPostMayAsk() {
        var allow = AskForRelease.class.getAnnotation(Allow.class);
        assertThat(Arrays.asList(allow.roles())).contains(Role.values());
        assertThat(Arrays.asList(allow.levels())).contains(Level.values());
    }

    private String html(Frame frame) {
        return html(frame, Optional.empty());
    }

    private String html(Frame frame, Optional<String> station) {
        var stopped = FieldErrors.of("paper", StoppedWords.say("“91234部队”像是部队代号", "请改写成“某部”。"));
        var output = pages.render(new RemovalFormPage(Typed.empty(), stopped), frame, () -> station);
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            output.writeTo(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
