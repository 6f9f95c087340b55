package org.rongyi.platform.division.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.DivisionCode;

class OutlinesTest {

    private static final DivisionCode SIHUI = new DivisionCode(441284000000L);

    @Test
    void outlinesAreForDemoDataAlone(@TempDir Path root) {
        var directory = DataDirectory.at(root.resolve("data"));
        var outlines = new Outlines(directory);
        assertThat(outlines.find(SIHUI)).isEmpty();
        directory.markDemo();
        assertThat(outlines.find(SIHUI)).isPresent();
    }

    @Test
    void aPlaceByChanceLiesInsideAndIsTheSameForTheSameSeed(@TempDir Path root) {
        var directory = DataDirectory.at(root.resolve("data"));
        directory.markDemo();
        var outline = new Outlines(directory).find(SIHUI).orElseThrow();
        for (int seed = 0; seed < 100; seed++) {
            var spot = outline.spotInside(new Random(seed));
            assertThat(outline.contains(spot)).isTrue();
            assertThat(spot).isEqualTo(outline.spotInside(new Random(seed)));
            assertThat(spot.latitude()).isBetween(23.0, 24.0);
            assertThat(spot.longitude()).isBetween(112.0, 113.0);
        }
    }
}
