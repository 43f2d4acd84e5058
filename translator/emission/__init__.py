"""The emitted language: expression trees, their layout, and the imports that they ask for."""
