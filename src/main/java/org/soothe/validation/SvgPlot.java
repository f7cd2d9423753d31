package org.soothe.validation;

import java.util.Arrays;
import java.util.Locale;

/**
 * Two charts side by side as SVG, nothing but lines and text; y goes from 0 to 100 %. Curves come in pairs of one colour, the
 * second dashed. Not thread-safe.
 */
final class SvgPlot {
    private static final int SIDE = 340;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int STEP = SIDE + 120;
    private static final int LEGEND_TOP = TOP + SIDE + 66;
    private static final int LINE = 18;
    private static final int X_PARTS = 6;
    private static final int Y_PARTS = 5;
    private static final String[] COLOURS = {"#1b6ca8", "#1b6ca8", "#2e7d32", "#2e7d32", "#b35c00", "#b35c00"};
    private static final String DASHED = " stroke-dasharray=\"6 4\"";

    private final StringBuilder svg = new StringBuilder();
    private int curves;
    private int chart = -1;
    private double maxX = 1;

    SvgPlot(String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 570\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"900\" height=\"570\" fill=\"white\"/>\n<title>")
                .append(title)
                .append("</title>\n");
    }

    /** Begins the next chart. */
    void chart(String title, String xName, double newMaxX) {
        chart++;
        curves = 0;
        maxX = newMaxX;
        for (int i = 0; i <= X_PARTS; i++) {
            double x = left() + (double) SIDE * i / X_PARTS;
            line(x, TOP, x, TOP + SIDE, "stroke=\"#e4e4e4\"");
            text(x, TOP + SIDE + 16, "middle", Words.plain(maxX * i / X_PARTS));
        }
        for (int i = 0; i <= Y_PARTS; i++) {
            double y = TOP + SIDE - (double) SIDE * i / Y_PARTS;
            line(left(), y, left() + SIDE, y, "stroke=\"#e4e4e4\"");
            text(left() - 8, y + 4, "end", Words.plain(100.0 * i / Y_PARTS));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%n",
                left(),
                TOP,
                SIDE,
                SIDE));
        text(left() + SIDE / 2.0, TOP - 14, "middle", title);
        text(left() + SIDE / 2.0, TOP + SIDE + 36, "middle", xName);
        text(left() - 8, TOP - 14, "end", "%");
    }

    /** Draws how many of all have been found by each time; NaN is not found. */
    void found(String name, double[] delays) {
        double[] found = Arrays.stream(delays)
                .filter(delay -> !Double.isNaN(delay))
                .sorted()
                .toArray();
        int n = found.length;
        double[] x = new double[n + 3];
        double[] y = new double[n + 3];
        x[1] = n == 0 ? 0 : found[0];
        for (int i = 0; i < n; i++) {
            x[i + 2] = found[i];
            y[i + 2] = (i + 1.0) / delays.length;
        }
        x[n + 2] = Math.max(maxX, x[n + 1]);
        y[n + 2] = y[n + 1];
        curve(name, x, y);
    }

    /** Draws a curve of growing x, in the unit of the axis, up to the edge of the chart; y in shares. */
    void curve(String name, double[] x, double[] y) {
        String look = "fill=\"none\" stroke-width=\"1.8\" stroke=\"" + COLOURS[curves % COLOURS.length] + "\""
                + (curves % 2 == 1 ? DASHED : "");
        svg.append("<polyline ").append(look).append(" points=\"");
        String last = "";
        for (int i = 0; i < x.length; i++) {
            boolean beyond = x[i] > maxX;
            double share =
                    beyond && i > 0 ? y[i - 1] + (y[i] - y[i - 1]) * (maxX - x[i - 1]) / (x[i] - x[i - 1]) : y[i];
            String point = String.format(
                    Locale.ROOT, "%.0f,%.1f ", left() + SIDE * Math.min(1, x[i] / maxX), TOP + SIDE * (1 - share));
            svg.append(point.equals(last) ? "" : point);
            last = point;
            if (beyond) {
                break;
            }
        }
        svg.append("\"/>\n");
        int legendY = LEGEND_TOP + LINE * curves;
        line(left(), legendY - 4, left() + 34, legendY - 4, look);
        text(left() + 42, legendY, "start", name);
        curves++;
    }

    private int left() {
        return LEFT + chart * STEP;
    }

    private void line(double x1, double y1, double x2, double y2, String look) {
        svg.append(String.format(
                Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n", x1, y1, x2, y2, look));
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    @Override
    public String toString() {
        return svg.toString().replace("\r\n", "\n") + "</svg>\n";
    }
}
