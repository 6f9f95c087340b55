package org.rongyi.platform.division.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.mock.env.MockEnvironment;

class OutlinesTest {

    private static final DivisionCode SIHUI = new DivisionCode(441284000000L);

    private static final String SQUARE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":441284},
             "geometry":{"type":"Polygon","coordinates":[[[112.5,23.2],[112.9,23.2],[112.9,23.5],[112.5,23.5],[112.5,23.2]]]}}]}
            """;

    @Test
    void outlinesAreForDemoDataAlone(@TempDir Path root) {
        var directory = DataDirectory.at(root.resolve("data"));
        var outlines = new Outlines(directory, new MockEnvironment());
        assertThat(outlines.find(SIHUI)).isEmpty();
        directory.markDemo();
        assertThat(outlines.find(SIHUI)).isPresent();
    }

    @Test
    void aPlaceByChanceLiesInsideAndIsTheSameForTheSameSeed(@TempDir Path root) {
        var directory = DataDirectory.at(root.resolve("data"));
        directory.markDemo();
        var outline = new Outlines(directory, new MockEnvironment()).find(SIHUI).orElseThrow();
        for (int seed = 0; seed < 100; seed++) {
            var spot = outline.spotInside(new Random(seed));
            assertThat(outline.contains(spot)).isTrue();
            assertThat(spot).isEqualTo(outline.spotInside(new Random(seed)));
            assertThat(spot.latitude()).isBetween(23.0, 24.0);
            assertThat(spot.longitude()).isBetween(112.0, 113.0);
        }
    }

    @Test
    void aReviewedMapIsShownWithItsNumberOutsideOfDemosToo(@TempDir Path root) throws IOException {
        var outlines = reviewed(root, SQUARE, "粤S(2024)012号");
        var sihui = outlines.find(SIHUI).orElseThrow();
        assertThat(sihui.number()).isEqualTo("粤S(2024)012号");
        assertThat(sihui.contains(Outlines.Spot.of(23.35, 112.7))).isTrue();
        assertThat(sihui.contains(Outlines.Spot.of(24.35, 112.7))).isFalse();
        assertThat(outlines.find(new DivisionCode(441283000000L))).isEmpty();
    }

    @Test
    void aMapWithoutReviewNumberOrWithoutFileOrOfNoPolygonsIsRefused(@TempDir Path root) {
        assertThatThrownBy(() -> reviewed(root, SQUARE, "没有"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("RONGYI_MAP_NUMBER");
        assertThatThrownBy(() -> ReviewedMap.read(null, "粤S(2024)012号"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("RONGYI_MAP_FILE");
        assertThatThrownBy(() -> reviewed(root, SQUARE.replace("Polygon", "Point"), "粤S(2024)012号"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("features[0]");
        assertThatThrownBy(() -> reviewed(root, SQUARE.replace("441284", "4412"), "粤S(2024)012号"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("features[0].properties.code");
        assertThatThrownBy(() -> reviewed(root, "<kml/>", "粤S(2024)012号")).isInstanceOf(WrongInput.class);
    }

    private static Outlines reviewed(Path root, String json, String number) throws IOException {
        var file = Files.writeString(root.resolve("map.json"), json);
        var environment = new MockEnvironment()
                .withProperty("rongyi.map.file", file.toString())
                .withProperty("rongyi.map.number", number);
        return new Outlines(DataDirectory.at(root.resolve("data")), environment);
    }
}
