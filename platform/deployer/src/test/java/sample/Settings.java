package sample;

/** No hyperparameters. */
public record Settings() {
}
