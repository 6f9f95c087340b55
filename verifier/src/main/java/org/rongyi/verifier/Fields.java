package org.rongyi.verifier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.verifier.Json.Obj;

/** Reads the fields of a campaign's files, each of its kind. */
final class Fields {

    private static final int MOST = 200_000;
    private static final int KEY = 64;

    /** So many digits fit into a long. */
    private static final int LONG = 18;

    private static final String HEX = "0123456789abcdef";
    private static final BigDecimal[] SMALL = new BigDecimal[1 << 17];

    private Fields() {}

    static int whole(String at, Object value) {
        if (!(value instanceof BigDecimal number)
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(MOST)) > 0
                || number.scale() != 0) {
            throw new Rejected(at, "应为整数 · must be a whole number");
        }
        return number.intValueExact();
    }

    static boolean truth(String at, Object value) {
        if (!(value instanceof Boolean truth)) {
            throw new Rejected(at, "应为 true 或 false · must be true or false");
        }
        return truth;
    }

    static BigDecimal decimal(String at, Object value) {
        if (!(value instanceof BigDecimal number)) {
            throw new Rejected(at, "应为数字 · must be a number");
        }
        boolean isPlain = number.scale() > 0
                && number.precision() <= LONG
                && number.unscaledValue().longValue() % 10 != 0;
        if (number.scale() == 0 || isPlain) {
            return number;
        }
        if (!number.equals(Problem.shortest(number)) && number.scale() > 0) {
            throw new Rejected(at, "应写最短的形式 · must be written in the shortest form");
        }
        return Problem.shortest(number);
    }

    /** 32 bytes in hex. */
    static String key(String at, Object value) {
        var key = Problem.text(at, value);
        if (key.length() != KEY || !key.chars().allMatch(c -> HEX.indexOf(c) >= 0)) {
            throw new Rejected(at, "应为 64 位十六进制数 · must be 64 hex digits");
        }
        return key;
    }

    static List<String> texts(String at, Object value) {
        var texts = new ArrayList<String>();
        for (var one : Problem.list(at, value)) {
            var text = Problem.text(at + "[" + texts.size() + "]", one);
            texts.add(text);
        }
        return texts;
    }

    static Obj any(String at, Object value) {
        return value instanceof Obj object ? object : Problem.object(at, value);
    }

    /** Everywhere in a file, numbers stand in their shortest form. */
    static void requireShortest(String at, Object value) {
        if (value instanceof BigDecimal) {
            decimal(at, value);
        } else if (value instanceof Obj object) {
            for (int i = 0; i < object.keys().size(); i++) {
                requireShortest(at + "." + object.keys().get(i), object.values().get(i));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                requireShortest(at + "[" + i + "]", list.get(i));
            }
        }
    }

    static Obj object(String at, Object value, String... keys) {
        if (value instanceof Obj found && found.keys().equals(Arrays.asList(keys))) {
            return found;
        }
        var object = Problem.object(at, value, keys);
        for (var key : keys) {
            if (!object.has(key)) {
                throw new Rejected(at + "." + key, "没有填 · missing");
            }
        }
        throw new Rejected(at, "字段的次序不对 · its fields stand in another order");
    }

    /** Numbers names from 0; they must stand in the order of their bytes, none twice. */
    static Map<String, Integer> numbered(String at, List<String> names) {
        var numbers = new HashMap<String, Integer>();
        byte[] before = null;
        for (var name : names) {
            var bytes = name.getBytes(StandardCharsets.UTF_8);
            if (before != null && Arrays.compareUnsigned(before, bytes) >= 0) {
                throw new Rejected(
                        at + "[" + numbers.size() + "].id", "应按编号排列，不得重复 · must stand in the order of ids, none twice");
            }
            before = bytes;
            numbers.put(name, numbers.size());
        }
        return numbers;
    }

    static int number(String at, Object value, Map<String, Integer> numbers) {
        var number = numbers.get(Problem.text(at, value));
        if (number == null) {
            throw new Rejected(at, "没有这个编号 · unknown id: " + value);
        }
        return number;
    }

    /** The numbers of a list of names, none twice. */
    static int[] numbers(String at, Object value, Map<String, Integer> numbers) {
        var list = Problem.list(at, value);
        var read = new int[list.size()];
        for (int k = 0; k < read.length; k++) {
            var known = numbers.get(list.get(k));
            read[k] = known == null ? number(at + "[" + k + "]", list.get(k), numbers) : known;
            for (int before = 0; read.length < 64 && before < k; before++) {
                requireOther(at, k, read[before], read[k]);
            }
        }
        if (read.length >= 64) {
            var sorted = read.clone();
            Arrays.sort(sorted);
            for (int k = 1; k < sorted.length; k++) {
                requireOther(at, k, sorted[k - 1], sorted[k]);
            }
        }
        return read;
    }

    private static void requireOther(String at, int k, int one, int other) {
        if (one == other) {
            throw new Rejected(at + "[" + k + "]", "写了两次 · named twice");
        }
    }

    /** Small ones are made once. */
    static BigDecimal decimal(long number) {
        if (number < 0 || number >= SMALL.length) {
            return BigDecimal.valueOf(number);
        }
        var known = SMALL[(int) number];
        if (known == null) {
            known = BigDecimal.valueOf(number);
            SMALL[(int) number] = known;
        }
        return known;
    }
}
