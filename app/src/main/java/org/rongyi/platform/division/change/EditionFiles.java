package org.rongyi.platform.division.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.kernel.DivisionCode;

/** The published editions as they lie in the product: the whole of 2020, and what changed between 2019 and 2023. */
final class EditionFiles {

    private EditionFiles() {}

    /** 统计用区划代码各版. The day is the edition's closing day, from which its changes are taken to hold. */
    enum Edition {
        OF_2019(LocalDate.of(2019, 10, 31)),
        OF_2020(LocalDate.of(2020, 6, 30)),
        OF_2021(LocalDate.of(2021, 10, 31)),
        OF_2022(LocalDate.of(2022, 10, 31)),
        OF_2023(LocalDate.of(2023, 6, 30));

        private final LocalDate closedOn;

        Edition(LocalDate closedOn) {
            this.closedOn = closedOn;
        }

        LocalDate closedOn() {
            return closedOn;
        }

        String source() {
            return "统计用区划代码 " + closedOn.getYear() + " 年版";
        }

        /** {@code 2019-2020} is what the edition of 2020 brought. */
        static Edition ofPeriod(String period) {
            return valueOf("OF_" + period.substring(5));
        }
    }

    /** A line of difference between two editions; a side is missing where the unit was not there. */
    record Difference(
            Edition edition,
            ChangeKind kind,
            @Nullable Unit before,
            @Nullable Unit after) {

        Unit was() {
            return Optional.ofNullable(before).orElseThrow();
        }

        Unit is() {
            return Optional.ofNullable(after).orElseThrow();
        }
    }

    static List<Unit> unitsOf2020() {
        return read("divisions-2020.csv.gz", f -> new Unit(code(f[0]), f[1], f[3].isEmpty() ? null : code(f[3])));
    }

    static List<Difference> differences() {
        return read("changes-2019-2023.csv.gz", EditionFiles::difference);
    }

    private static Difference difference(String[] f) {
        var before = f[2].isEmpty() ? null : new Unit(code(f[2]), f[4], code(f[7]));
        var after = f[3].isEmpty() ? null : new Unit(code(f[3]), f[5], code(f[8]));
        var kind = switch (f[1]) {
            case "renamed" -> ChangeKind.RENAMED;
            case "recoded" -> ChangeKind.RECODED;
            case "added" -> ChangeKind.ADDED;
            case "removed" -> ChangeKind.REMOVED;
            default -> throw new IllegalStateException("unknown change in the file: " + f[1]);
        };
        return new Difference(Edition.ofPeriod(f[0]), kind, before, after);
    }

    private static DivisionCode code(String text) {
        return DivisionCode.parse(text).orElseThrow(() -> new IllegalStateException("no division code: " + text));
    }

    private static <T> List<T> read(String file, Function<String[], T> line) {
        try (var stream = EditionFiles.class.getResourceAsStream("/division/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file division/" + file);
            }
            var text = new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8);
            return new BufferedReader(text)
                    .lines()
                    .skip(1)
                    .map(l -> line.apply(l.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
