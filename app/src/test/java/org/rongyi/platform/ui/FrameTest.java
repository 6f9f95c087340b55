package org.rongyi.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("页框")
class FrameTest {

    @Test
    void aPageThatSaysItsDoorLightsUpThatDoorAlone() {
        assertThat(active(SampleFrames.clerk().behind("/figures"))).containsExactly("/figures");
    }

    @Test
    void aDoorTheReaderDoesNotHaveChangesNothing() {
        var frame = SampleFrames.clerk();
        assertThat(active(frame.behind("/contacts"))).isEqualTo(active(frame));
    }

    @ParameterizedTest
    @CsvSource({
        "/contacts?which=DUE&after=2026-01-01_x_y, /contacts?which=DUE",
        "/contacts?after=2026-01-01_x_y&which=DUE, /contacts?which=DUE",
        "/visits?after=7, /visits",
        "/visits?from=2026-01-01,"
    })
    void aListKnowsItsFirstPageAndTheFirstPageHasNone(String path, String first) {
        var visitor = SampleFrames.visitor();
        var frame = new Frame(
                visitor.user(),
                visitor.posts(),
                visitor.menu(),
                visitor.banners(),
                visitor.csrf(),
                visitor.elder(),
                visitor.flash(),
                path,
                visitor.proposed(),
                visitor.today());
        assertThat(frame.firstPage()).isEqualTo(first);
    }

    private static List<String> active(Frame frame) {
        return frame.menu().stream()
                .filter(Frame.Item::active)
                .map(Frame.Item::path)
                .toList();
    }
}
