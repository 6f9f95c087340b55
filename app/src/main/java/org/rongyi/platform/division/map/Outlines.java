package org.rongyi.platform.division.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * 轮廓: outlines of cities and counties. Those in the program are free to use but without 审图号; only demo data ever see them (source
 * and licences stand beside the file). An installation brings a reviewed map of its own by setting ({@link ReviewedMap}).
 */
@Component
public class Outlines {

    private static final double WEST = 109;
    private static final double NORTH = 26;
    private static final double PER_LONGITUDE = 920;
    private static final double PER_LATITUDE = 1000;
    private static final Pattern RING = Pattern.compile("M(-?\\d+) (-?\\d+)l([^z]*)z");
    private static final double UNITS_PER_KILOMETRE = 9;
    private static final int TRIES = 1000;

    private final DataDirectory directory;
    private final Map<DivisionCode, Outline> outlines;
    private final Map<DivisionCode, Outline> reviewed;

    Outlines(DataDirectory directory, Environment environment) {
        this.directory = directory;
        this.outlines = read();
        this.reviewed = ReviewedMap.read(
                environment.getProperty("rongyi.map.file"), environment.getProperty("rongyi.map.number"));
    }

    /** A place on the drawing: x grows eastwards, y southwards. */
    public record Spot(double x, double y) {

        public static Spot of(double latitude, double longitude) {
            return new Spot((longitude - WEST) * PER_LONGITUDE, (NORTH - latitude) * PER_LATITUDE);
        }

        /** Degrees, to five places. */
        public double latitude() {
            return Math.round((NORTH - y / PER_LATITUDE) * 1e5) / 1e5;
        }

        public double longitude() {
            return Math.round((WEST + x / PER_LONGITUDE) * 1e5) / 1e5;
        }
    }

    /**
     * One division's outline.
     *
     * @param label where its name stands
     * @param path the {@code d} of an SVG path
     * @param number 审图号 of the map it is from (地图管理条例); none: it must be said that it is no official map
     */
    public record Outline(
            DivisionCode code,
            Spot label,
            String path,
            List<List<Spot>> rings,
            @Nullable String number) {

        boolean contains(Spot spot) {
            boolean inside = false;
            for (var ring : rings) {
                for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                    var a = ring.get(i);
                    var b = ring.get(j);
                    if ((a.y() > spot.y()) != (b.y() > spot.y())
                            && spot.x() < (b.x() - a.x()) * (spot.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                        inside = !inside;
                    }
                }
            }
            return inside;
        }

        /** A place inside, by chance. */
        public Spot spotInside(Random random) {
            var ring = rings.getFirst();
            var x = ring.stream().mapToDouble(Spot::x).summaryStatistics();
            var y = ring.stream().mapToDouble(Spot::y).summaryStatistics();
            for (int i = 0; i < TRIES; i++) {
                var spot = new Spot(
                        random.nextDouble(x.getMin(), x.getMax() + 1), random.nextDouble(y.getMin(), y.getMax() + 1));
                if (contains(spot)) {
                    return spot;
                }
            }
            return label;
        }

        /** A place inside, some kilometres around another one; that one itself when chance does not find any. */
        public Spot spotNear(Spot centre, double kilometres, Random random) {
            for (int i = 0; i < TRIES; i++) {
                var spot = new Spot(
                        centre.x() + random.nextGaussian() * kilometres * UNITS_PER_KILOMETRE,
                        centre.y() + random.nextGaussian() * kilometres * UNITS_PER_KILOMETRE);
                if (contains(spot)) {
                    return spot;
                }
            }
            return centre;
        }
    }

    /** The outline, if there is one and it may be shown. */
    public Optional<Outline> find(DivisionCode code) {
        if (!reviewed.isEmpty()) {
            return Optional.ofNullable(reviewed.get(code));
        }
        return directory.isDemo() ? Optional.ofNullable(outlines.get(code)) : Optional.empty();
    }

    private static Map<DivisionCode, Outline> read() {
        var stream = Outlines.class.getResourceAsStream("/geo/outlines.txt");
        if (stream == null) {
            throw new IllegalStateException("geo/outlines.txt is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().map(Outlines::outline).collect(Collectors.toMap(Outline::code, o -> o));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outline outline(String line) {
        var parts = line.split(" ", 4);
        var rings = new ArrayList<List<Spot>>();
        for (var ring = RING.matcher(parts[3]); ring.find(); ) {
            rings.add(ring(Integer.parseInt(ring.group(1)), Integer.parseInt(ring.group(2)), ring.group(3)));
        }
        return new Outline(
                new DivisionCode(Long.parseLong(parts[0])),
                new Spot(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
                parts[3],
                List.copyOf(rings),
                null);
    }

    /** Steps are relative to the point before. */
    private static List<Spot> ring(int x, int y, String steps) {
        var ring = new ArrayList<Spot>();
        ring.add(new Spot(x, y));
        var numbers = steps.split(" ");
        int atX = x;
        int atY = y;
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            atX += Integer.parseInt(numbers[i]);
            atY += Integer.parseInt(numbers[i + 1]);
            ring.add(new Spot(atX, atY));
        }
        return List.copyOf(ring);
    }
}
