package org.soothe.breathing;

/**
 * Linear least squares by Householder reflections in a workspace made once. Not thread-safe; owned by the thread that
 * owns the engine. Allocates nothing after it is made.
 *
 * <p>The caller fills the columns and the right side, then calls {@link #solve}. As each reflection only adds a column
 * to those before it, one pass gives the residual of every leading group of columns too, without a second fit.
 *
 * <ul>
 *   <li>A column that the columns before it already explain gets the coefficient 0 and takes no degree of freedom.
 * </ul>
 *
 * <p>QR instead of normal equations: those square the condition number. Reference: Golub and Van Loan, Matrix
 * Computations, the chapter on orthogonalisation and least squares.
 */
final class LeastSquares {

    /** A column whose rest is below this part of its length is explained by the columns before it. */
    private static final double EXPLAINED = 1e-8;

    private final double[][] columns;
    private final double[] right;
    private final double[] diagonal;
    private final int[] pivotRow;
    private final double[] coefficients;
    private int rows;

    LeastSquares(int columnCount, int capacity) {
        this.columns = new double[columnCount][capacity];
        this.right = new double[capacity];
        this.diagonal = new double[columnCount];
        this.pivotRow = new int[columnCount];
        this.coefficients = new double[columnCount];
    }

    /** Returns column {@code j}, to be filled before {@link #solve}, which overwrites it. */
    double[] column(int j) {
        return columns[j];
    }

    /** Returns the right side, to be filled before {@link #solve}, which overwrites it. */
    double[] right() {
        return right;
    }

    /** Fits the first {@code rowCount} rows. */
    void solve(int rowCount) {
        rows = rowCount;
        int row = 0;
        for (int j = 0; j < columns.length; j++) {
            pivotRow[j] = row;
            if (row < rows && reflect(j, row)) {
                row++;
            } else {
                diagonal[j] = 0;
            }
        }
        for (int j = columns.length - 1; j >= 0; j--) {
            coefficients[j] = diagonal[j] == 0 ? 0 : backSubstituted(j);
        }
    }

    /** Returns the coefficient of column {@code j}. */
    double coefficient(int j) {
        return coefficients[j];
    }

    /** Returns whether column {@code j} said something that the columns before it did not. */
    boolean isIndependent(int j) {
        return diagonal[j] != 0;
    }

    /** Returns the sum of squared residuals of the fit to the first {@code columnCount} columns only. */
    double residualSquares(int columnCount) {
        int row = columnCount == 0 ? 0 : pivotRow[columnCount - 1] + (diagonal[columnCount - 1] == 0 ? 0 : 1);
        return squares(right, row);
    }

    private boolean reflect(int j, int row) {
        double[] v = columns[j];
        double whole = squares(v, 0);
        double rest = squares(v, row);
        if (!(rest > EXPLAINED * EXPLAINED * whole)) {
            return false;
        }
        double norm = StrictMath.sqrt(rest);
        double head = v[row];
        diagonal[j] = head > 0 ? -norm : norm;
        v[row] = head - diagonal[j];
        // v'v / 2, without its rounding
        double half = norm * (norm + Math.abs(head));
        for (int k = j + 1; k < columns.length; k++) {
            subtract(v, columns[k], row, half);
        }
        subtract(v, right, row, half);
        return true;
    }

    private void subtract(double[] v, double[] from, int row, double half) {
        double dot = 0;
        for (int i = row; i < rows; i++) {
            dot += v[i] * from[i];
        }
        double share = dot / half;
        for (int i = row; i < rows; i++) {
            from[i] -= share * v[i];
        }
    }

    private double backSubstituted(int j) {
        double sum = right[pivotRow[j]];
        for (int k = j + 1; k < columns.length; k++) {
            sum -= columns[k][pivotRow[j]] * coefficients[k];
        }
        return sum / diagonal[j];
    }

    private double squares(double[] values, int row) {
        double sum = 0;
        for (int i = row; i < rows; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }
}
